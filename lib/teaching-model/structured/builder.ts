import { limits } from './limits.ts'
import type { NodeId } from './node.ts'
import type { Place, Shares } from './place.ts'
import { createWords, type Word } from './words.ts'

/** Adds places to a network in the making. */
export interface Builder {
  places: Place[]
  add(node: NodeId, key?: string | number): number
  /** A place at which a value has ended. */
  closing(node: NodeId): number
  setCall(place: number, value: NodeId, to: number, shares: Shares): void
  /** A way on by one character. */
  join(place: number, character: string, to: number, shares: Shares): void
  words(start: number, node: NodeId, words: readonly Word[]): void
  /** Whether some value of a node exists. */
  isLive(id: NodeId | undefined): id is NodeId
  isFull(): boolean
}

/** For what has no alternative. */
export const always: Shares = [1, 1]
/** How likely an array or a free object goes on. */
export const goOn: Shares = [0.5, 0.05]
/** How likely it does not. */
export const stop: Shares = [0.5, 0.95]
/** How likely an optional property is written. */
export const written: Shares = [0.7, 0.05]

/** An empty network for nodes whose shortest texts have these lengths. */
export function createBuilder(shortest: Float64Array): Builder {
  const places: Place[] = []
  const add = (node: NodeId, key?: string | number) =>
    places.push({ node, edges: new Map(), call: undefined, ends: false, key, value: undefined }) - 1
  return {
    places,
    add,
    closing(node) {
      const end = add(node)
      const place = places[end]
      if (place) place.ends = true
      return end
    },
    setCall(place, value, to, shares) {
      const found = places[place]
      if (found) found.call = { value, to, shares }
      const after = places[to]
      if (after) after.value = value
    },
    join(place, character, to, shares) {
      places[place]?.edges.set(character.charCodeAt(0), { to, shares })
    },
    words: createWords(places, add),
    isLive: (id): id is NodeId => id !== undefined && (shortest[id] ?? Infinity) < Infinity,
    isFull: () => places.length > limits.places,
  }
}
