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
  /** Counts the occurrences in a range of a source and gives their total weight. */
  add(source: Source, range: Range): number
  clear(): void
}

/** An empty tally for this many candidates. */
export function createTally(size: number): Tally {
  const weight = new Float64Array(size)
  const times = new Int32Array(size)
  const seen: number[] = []
  return {
    seen,
    timesOf: (candidate) => times[candidate] ?? 0,
    weightOf: (candidate) => weight[candidate] ?? 0,
    add({ contexts, candidates, passageOf, weights }, { start, end }) {
      let total = 0
      for (let entry = start; entry < end; entry++) {
        const position = contexts.order[entry] ?? 0
        const candidate = candidates[position] ?? 0
        const value = weights[passageOf[position] ?? 0] ?? 0
        if (times[candidate] === 0) seen.push(candidate)
        times[candidate] = (times[candidate] ?? 0) + 1
        weight[candidate] = (weight[candidate] ?? 0) + value
        total += value
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
