import 'server-only'
import { request, type Dispatcher } from 'undici'
import { keyMask, type Attempt, type RunEvent, type SentRequest } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import type { Clock } from './clock.ts'
import { connectFailure } from './guard/failures.ts'
import { cutShort, relay } from './relay.ts'
import { replyLimits, ReplyTooLongError, type ReplyLimits } from './reply-text.ts'
import type { RetryHints } from './retries.ts'

/** One try: what to send where, and under which limits. */
export interface Try {
  number: number
  provider: string
  providerTitle: string
  model: string
  url: string
  /** The header that carries the key; empty without one. */
  credential: Record<string, string>
  /** What must never be shown, whatever the provider answers. */
  secrets: readonly string[]
  body: Record<string, unknown>
  dispatcher?: Dispatcher | undefined
  /** Milliseconds for the whole try. */
  timeoutMs: number
  /** Limits other than the usual ones. */
  limits?: Partial<ReplyLimits> | undefined
  signal: AbortSignal
  clock: Clock
}

/** How a try ended; `shown` says whether any of the reply had been passed on. */
export interface Outcome {
  failure?: Failure
  hints: RetryHints
  shown: boolean
}

/** Sends one request and passes on what comes back. Never throws; the outcome says how it ended. */
export async function* attempt(one: Try): AsyncGenerator<RunEvent, Outcome> {
  // A checked body is plain JSON data, which always has a text.
  const body = JSON.stringify(one.body)
  yield { type: 'attempt', attempt: describe(one, body) }
  const deadline = AbortSignal.timeout(one.timeoutMs)
  const { idleMs } = { ...replyLimits, ...one.limits }
  const state: Outcome = { hints: {}, shown: false }
  try {
    const response = await request(one.url, {
      method: 'POST',
      headers: headersFor(one),
      body,
      signal: AbortSignal.any([one.signal, deadline]),
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
      ...(one.dispatcher ? { dispatcher: one.dispatcher } : {}),
    })
    yield* relay(one, response, state)
  } catch (error) {
    state.failure = failureOf(error, one, deadline, state)
  }
  return state
}

function failureOf(error: unknown, one: Try, deadline: AbortSignal, state: Outcome): Failure {
  if (one.signal.aborted) return { kind: 'stopped', message: 'The run was stopped.' }
  if (deadline.aborted) {
    const message = `No complete reply within ${one.timeoutMs / 1000} s.`
    return { kind: 'timeout', message, param: 'timeout' }
  }
  if (error instanceof ReplyTooLongError) return tooLong
  const failure = connectFailure(error)
  return state.shown && failure.kind === 'unreachable' ? cutShort : failure
}

const tooLong: Failure = {
  kind: 'upstream',
  code: 'reply_too_long',
  status: 200,
  message: 'The reply was longer than Nucleus reads. What arrived is kept.',
  steps: ['Limit the reply with max_tokens.'],
}

function describe(one: Try, body: string): Attempt {
  const { number, provider, model, url } = one
  const sent: SentRequest = { method: 'POST', url, headers: maskedHeaders(one), body }
  return { number, provider, model, request: sent, startedAt: one.clock() }
}

function headersFor(one: Try): Record<string, string> {
  return { ...plainHeaders(one), ...one.credential }
}

function plainHeaders(one: Try): Record<string, string> {
  const accept = one.body.stream === true ? 'text/event-stream' : 'application/json'
  return { 'content-type': 'application/json', accept }
}

function maskedHeaders(one: Try): Record<string, string> {
  const masked = Object.entries(one.credential).map(([name, value]) => [name, maskOf(value)])
  return { ...plainHeaders(one), ...Object.fromEntries(masked) }
}

/** The scheme of a credential stays readable; the key itself does not. */
function maskOf(value: string): string {
  return value.startsWith('Bearer ') ? `Bearer ${keyMask}` : keyMask
}
