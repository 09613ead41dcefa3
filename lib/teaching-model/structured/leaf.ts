/**
 * The language of one string or number, as an automaton over the bytes of its JSON text. From every
 * state that `step` gives the end can be reached.
 */
export interface Leaf {
  kind: 'string' | 'number'
  /** Leaves with the same name are the same language, with the same keys. */
  name: string
  start: number
  /** The state after a byte; −1 where the byte cannot follow. */
  step(state: number, byte: number): number
  /** Whether the value may end here. */
  accepts(state: number): boolean
  /** Whether nothing can follow: the value has ended. */
  isOver(state: number): boolean
  /** States with the same key allow the same next `horizon` bytes and ends. */
  keyOf(state: number, horizon: number): string | number
  /** The length in bytes of the shortest text. */
  shortest: number
}
