import type { NodeId } from './node.ts'
import type { Place, Shares } from './place.ts'

/** A text that may be written from a place on. */
export interface Word {
  text: string
  shares: Shares
  /** The place after it; a new one at which the value may end, where there is none. */
  to?: number | undefined
  /** Which member of a literal the text is. */
  member?: number
}

const encoder = new TextEncoder()

/** Gives what writes words into a network: as a tree of bytes, so that each byte has one way. */
export function createWords(places: Place[], add: (node: NodeId) => number) {
  return function write(start: number, node: NodeId, words: readonly Word[]): void {
    for (const { text, shares, to, member } of words) {
      let at = start
      const bytes = encoder.encode(text)
      bytes.forEach((byte, index) => {
        const isLast = index === bytes.length - 1
        const edges = places[at]?.edges
        let edge = edges?.get(byte)
        if (!edge) {
          edge = { to: isLast && to !== undefined ? to : add(node), shares: [0, 0] }
          edges?.set(byte, edge)
        }
        edge.shares = [edge.shares[0] + shares[0], edge.shares[1] + shares[1]]
        if (member !== undefined) (edge.members ??= []).push(member)
        at = edge.to
      })
      const last = places[at]
      if (last && to === undefined) last.ends = true
    }
  }
}
