import { createShares, type Weigh } from './shares.ts'
import { childOf, type Trie } from './trie.ts'
import type { Matcher, State } from './matcher.ts'

/** Where nothing else decides: how documents go on. */
export interface Outlook {
  /**
   * Spreads a share of the probability over the candidates with which the text may go on, up to where
   * a string or the end of the document begins. Each way on is cut into the longest candidates.
   */
  spread(state: State, share: number, into: Float64Array, first?: number): void
}

/** What gets less than this is not followed further. */
const negligible = 1e-9

/** Spreads by the shares that the network's places have; `weigh` decides between listed values. */
export function createOutlook(matcher: Matcher, trie: Trie, weigh: Weigh): Outlook {
  const sharesOf = createShares(matcher, weigh)

  function follow(node: number, state: State, share: number, last: number, into: Float64Array) {
    const own = trie.candidate[node] ?? -1
    const best = own >= 0 ? own : last
    let left = share
    for (const [byte, part] of sharesOf(state)) {
      if (share * part < negligible) continue
      const child = childOf(trie, node, byte)
      const next = child > 0 ? matcher.advance(state, byte) : undefined
      if (!next) continue
      // What finds no candidate further on stays with the last one.
      if (follow(child, next, share * part, best, into)) left -= share * part
    }
    if (best < 0) return false
    into[best] = (into[best] ?? 0) + Math.max(0, left)
    return true
  }

  return {
    spread(state, share, into, first) {
      const node = first === undefined ? 0 : childOf(trie, 0, first)
      const next = first === undefined ? state : matcher.advance(state, first)
      if (next && share > 0) follow(node, next, share, -1, into)
    },
  }
}
