import type { RunSummary } from './summary.ts'

/** How much a history may hold. */
export interface HistoryLimits {
  runs: number
  bytes: number
}

/** Most runs, and most bytes where the browser grants that much. */
export const historyLimits: HistoryLimits = { runs: 1000, bytes: 300_000_000 }

/** The limits in a browser that grants `quota` bytes: never more than half of them. */
export function limitsWithin(quota: number | undefined): HistoryLimits {
  if (quota === undefined || !Number.isFinite(quota)) return historyLimits
  return { ...historyLimits, bytes: Math.min(historyLimits.bytes, Math.floor(quota / 2)) }
}

/** The ids of the runs that have to go, oldest first; pinned ones stay whatever they take. */
export function overLimits(runs: readonly RunSummary[], limits: HistoryLimits): string[] {
  let [count, bytes] = [0, 0]
  const newestFirst = runs.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || b.at - a.at)
  const over = newestFirst.filter((run) => {
    count += 1
    bytes += run.bytes
    return !run.pinned && (count > limits.runs || bytes > limits.bytes)
  })
  return over.toReversed().map(({ id }) => id)
}
