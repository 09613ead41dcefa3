import { describe, expect, it } from 'vitest'
import type { FailureKind } from '#lib/result.ts'
import { backoffMs, isRetryable, mayFallBack, retryHints } from './retries.ts'

const upstream = (status: number) => ({ kind: 'upstream' as const, message: '', status })
const failure = (kind: FailureKind) => ({ kind, message: '' })

describe('isRetryable', () => {
  it.each([408, 409, 429, 500, 502, 503, 529])('repeats after status %i', (status) => {
    expect(isRetryable(upstream(status), {})).toBe(true)
  })

  it.each([400, 401, 403, 404, 422])('does not repeat after status %i', (status) => {
    expect(isRetryable(upstream(status), {})).toBe(false)
  })

  it('follows the verdict of the provider', () => {
    expect(isRetryable(upstream(500), { shouldRetry: false })).toBe(false)
    expect(isRetryable(upstream(400), { shouldRetry: true })).toBe(true)
  })

  it('repeats after lost connections and timeouts, not after refusals of ours or a stop', () => {
    expect(isRetryable(failure('unreachable'), {})).toBe(true)
    expect(isRetryable(failure('timeout'), {})).toBe(true)
    for (const kind of ['blocked', 'forbidden', 'invalid', 'stopped', 'internal'] as const) {
      expect(isRetryable(failure(kind), { shouldRetry: true })).toBe(false)
    }
  })
})

describe('mayFallBack', () => {
  it('stays with the model when the request itself is at fault', () => {
    expect(mayFallBack(upstream(400))).toBe(false)
    expect(mayFallBack(upstream(422))).toBe(false)
    expect(mayFallBack(upstream(404))).toBe(true)
    expect(mayFallBack(failure('stopped'))).toBe(false)
  })
})

describe('retryHints', () => {
  const now = Date.UTC(2026, 0, 1)
  it('reads milliseconds, seconds and dates, within a minute', () => {
    expect(retryHints({ 'retry-after-ms': '250' }, now).waitMs).toBe(250)
    expect(retryHints({ 'retry-after': '2' }, now).waitMs).toBe(2000)
    expect(retryHints({ 'retry-after': new Date(now + 5000).toUTCString() }, now).waitMs).toBe(5000)
    expect(retryHints({ 'retry-after': '61' }, now).waitMs).toBeUndefined()
    expect(retryHints({ 'retry-after': 'soon' }, now).waitMs).toBeUndefined()
    expect(retryHints({}, now)).toEqual({})
  })
})

describe('backoffMs', () => {
  it('doubles up to eight seconds and takes off at most a quarter', () => {
    expect([0, 1, 2, 3, 4, 9].map((retry) => backoffMs(retry, {}, 0))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000,
    ])
    expect(backoffMs(4, {}, 0.999)).toBeGreaterThan(5999)
  })

  it('prefers what the provider asked for', () => {
    expect(backoffMs(3, { waitMs: 10 }, 0.5)).toBe(10)
  })
})
