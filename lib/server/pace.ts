import 'server-only'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { pause } from './clock.ts'

/** The request header that slows a reply down, for demonstrations. */
export const paceHeader = 'x-nucleus-tokens-per-second'

const slowest = 0.1
const fastest = 1000

/** The tokens per second that a request wishes; nothing where it does not say. */
export function readPace(headers: Headers): Result<number | undefined, Failure> {
  const text = headers.get(paceHeader)
  if (text === null) return ok(undefined)
  const pace = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  if (pace >= slowest && pace <= fastest) return ok(pace)
  return fail({
    kind: 'invalid',
    status: 400,
    code: 'invalid_value',
    param: paceHeader,
    message: `${paceHeader} must be a number from ${slowest} to ${fastest}.`,
  })
}

/** What a pace is kept by. */
export interface Pacing {
  /** Ends all waiting at once. */
  signal: AbortSignal
  now?: () => number
  wait?: (ms: number, signal: AbortSignal) => Promise<boolean>
}

/**
 * Hands on what comes in batches, one by one, none before its time: the first token at once, each
 * next one 1/pace seconds after the last. `tokensIn` tells how many tokens an item brings to which of
 * the choices; these run side by side, each at the pace. Without a pace the batches pass as they are.
 */
export async function* atPace<Item>(
  batches: AsyncIterable<Item[]>,
  pace: number | undefined,
  tokensIn: (item: Item) => readonly (readonly [choice: number, tokens: number])[],
  { signal, now = () => performance.now(), wait = pause }: Pacing,
): AsyncGenerator<Item[], void> {
  if (pace === undefined) {
    yield* batches
    return
  }
  const counts = new Map<number, number>()
  let start: number | undefined
  for await (const batch of batches) {
    for (const item of batch) {
      const before = dueAfter(counts, tokensIn(item))
      start ??= before === undefined ? undefined : now()
      const left = before === undefined ? 0 : (start ?? 0) + (before * 1000) / pace - now()
      if (left > 0 && !(await wait(left, signal))) return
      yield [item]
    }
  }
}

/** Counts an item's tokens; gives the tokens that come before it in its choice, nothing for none of its own. */
function dueAfter(
  counts: Map<number, number>,
  brought: readonly (readonly [number, number])[],
): number | undefined {
  let before: number | undefined
  for (const [choice, tokens] of brought) {
    if (tokens === 0) continue
    const so = counts.get(choice) ?? 0
    counts.set(choice, so + tokens)
    before = Math.max(before ?? 0, so)
  }
  return before
}
