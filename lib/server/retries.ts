import 'server-only'
import type { Failure } from '#lib/result.ts'

/** What the headers of a failed answer ask for. */
export interface RetryHints {
  /** The provider's own verdict (`x-should-retry`), where it gave one. */
  shouldRetry?: boolean
  /** Milliseconds to wait (`retry-after-ms`, `retry-after`), where given and within 0–60 s. */
  waitMs?: number
}

const longestHintMs = 60_000
const longestBackoffMs = 8_000
const retryableStatuses = new Set([408, 409, 429])

/** Reads the hints of an answer; `now` is the wall clock in ms, for Retry-After given as a date. */
export function retryHints(headers: Record<string, string>, now: number): RetryHints {
  const verdict = headers['x-should-retry']
  const waitMs = waitFrom(headers, now)
  return {
    ...(verdict === 'true' || verdict === 'false' ? { shouldRetry: verdict === 'true' } : {}),
    ...(waitMs === undefined ? {} : { waitMs }),
  }
}

/** Whether the same request may succeed when it is sent again. */
export function isRetryable(failure: Failure, hints: RetryHints): boolean {
  if (failure.kind === 'unreachable' || failure.kind === 'timeout') return true
  if (failure.kind === 'interrupted') return true
  if (failure.kind !== 'upstream') return false
  if (hints.shouldRetry !== undefined) return hints.shouldRetry
  const status = failure.status ?? 500
  return status >= 500 || retryableStatuses.has(status)
}

/** Whether another model may do better: not when the request itself is at fault. */
export function mayFallBack(failure: Failure): boolean {
  if (failure.kind === 'upstream') return failure.status !== 400 && failure.status !== 422
  return (
    failure.kind === 'unreachable' || failure.kind === 'timeout' || failure.kind === 'interrupted'
  )
}

/**
 * Milliseconds before retry number `retry` (0-based): the provider's hint, else 0.5·2^retry s, at
 * most 8 s, of which a random quarter is taken off so that clients do not return in step.
 * `random` is in [0, 1).
 */
export function backoffMs(retry: number, hints: RetryHints, random: number): number {
  const full = Math.min(500 * 2 ** retry, longestBackoffMs)
  return Math.round(hints.waitMs ?? full * (1 - 0.25 * random))
}

function waitFrom(headers: Record<string, string>, now: number): number | undefined {
  const exact = Number.parseFloat(headers['retry-after-ms'] ?? '')
  // A LiteLLM proxy passes on the header of its own upstream under another name.
  const after = headers['retry-after'] ?? headers['llm_provider-retry-after'] ?? ''
  const seconds = /^\d+(\.\d+)?$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now
  const waitMs = Number.isNaN(exact) ? seconds : exact
  return waitMs >= 0 && waitMs <= longestHintMs ? waitMs : undefined
}
