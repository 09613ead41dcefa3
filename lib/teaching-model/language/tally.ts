import type { Range } from './contexts.ts'
import type { Source } from './sources.ts'

/** Counts what follows a context. */
export interface Tally {
  /** Candidates that were counted, in no order. */
  seen: readonly number[]
  /** How often a candidate was counted. */
  timesOf(candidate: number): number
  /** The weights of its occurrences, added up. */
  weightOf(candidate: number): number
  /**
   * Counts the occurrences in a range of a source and gives their total weight. Those that agree in the
   * token `back` places before count once, with the highest weight among them; with 0 each counts.
   */
  add(source: Source, range: Range, back: number): number
  clear(): void
}

/** An empty tally for this many candidates. */
export function createTally(size: number): Tally {
  const weight = new Float64Array(size)
  const times = new Int32Array(size)
  const seen: number[] = []
  /** For each candidate the number of the group that last counted it, and with which weight. */
  const countedIn = new Int32Array(size)
  const countedWith = new Float64Array(size)
  let group = 0

  /** Counts one occurrence; gives what it adds to the total. */
  function count(candidate: number, value: number): number {
    const again = countedIn[candidate] === group
    const more = again ? Math.max(0, value - (countedWith[candidate] ?? 0)) : value
    if (times[candidate] === 0) seen.push(candidate)
    if (!again) times[candidate] = (times[candidate] ?? 0) + 1
    if (!again || more > 0) countedWith[candidate] = value
    countedIn[candidate] = group
    weight[candidate] = (weight[candidate] ?? 0) + more
    return more
  }

  return {
    seen,
    timesOf: (candidate) => times[candidate] ?? 0,
    weightOf: (candidate) => weight[candidate] ?? 0,
    add({ contexts, candidates, passageOf, weights }, { start, end }, back) {
      const { order, tokens } = contexts
      let total = 0
      let before = NaN
      for (let entry = start; entry < end; entry++) {
        const position = order[entry] ?? 0
        const token = tokens[position - back] ?? -1
        // Positions of one context are sorted by what stands before it.
        if (back === 0 || token !== before) group += 1
        before = token
        total += count(candidates[position] ?? 0, weights[passageOf[position] ?? 0] ?? 0)
      }
      return total
    },
    clear() {
      for (const candidate of seen) {
        weight[candidate] = 0
        times[candidate] = 0
      }
      seen.length = 0
    },
  }
}
