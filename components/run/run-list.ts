import type { RunRecord } from './run-record.ts'

/** Most runs that are kept while the page is open. */
const mostRuns = 30

/** Most UTF-16 units of raw text of all kept runs together; one or two bytes each. */
const mostCharacters = 200_000_000

/**
 * The runs to keep, in their order: the newest, within the limits. The one in view and those that are
 * running stay whatever their size. A run may go while others that left it stay.
 */
export function withinLimits(runs: readonly RunRecord[], shown: string | undefined): RunRecord[] {
  let count = 0
  let characters = 0
  const kept = runs.toReversed().filter((run) => {
    const stays = run.id === shown || run.running
    const fits = count < mostRuns && characters + run.characters <= mostCharacters
    if (!stays && !fits) return false
    count += 1
    characters += run.characters
    return true
  })
  return kept.toReversed()
}

/** A run in the tree. */
export interface RunLine {
  run: RunRecord
  /** 0 for a run that stands by itself; one more than that of the run it left, where that is kept. */
  depth: number
  /** Whether the run that it left is no longer kept. */
  orphan: boolean
}

/** The runs as a tree, each under the run that it left, otherwise in their order. */
export function treeOf(runs: readonly RunRecord[]): RunLine[] {
  const known = new Set(runs.map(({ id }) => id))
  const under = new Map<string | undefined, RunRecord[]>()
  for (const run of runs) {
    const parent = run.parent && known.has(run.parent.run) ? run.parent.run : undefined
    under.set(parent, [...(under.get(parent) ?? []), run])
  }
  const lines = (parent: string | undefined, depth: number): RunLine[] =>
    (under.get(parent) ?? []).flatMap((run) => [
      { run, depth, orphan: run.parent !== undefined && !known.has(run.parent.run) },
      ...lines(run.id, depth + 1),
    ])
  return lines(undefined, 0)
}
