import 'server-only'
import { request } from 'undici'
import { plainHeaders } from '#lib/providers/address.ts'
import { keyMask, type Attempt, type RunEvent, type SentRequest } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import { connectFailure } from './guard/failures.ts'
import { cutShort, relay } from './relay.ts'
import { replyLimits, ReplyTooLongError } from './reply-text.ts'
import type { Outcome, Try } from './try.ts'

/** Sends one request and passes on what comes back. Never throws; the outcome says how it ended. */
export async function* attempt(one: Try): AsyncGenerator<RunEvent, Outcome> {
  // A body was checked for its depth and is plain data, so it always has a text.
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
  const { number, provider, model, omitted, url } = one
  const sent: SentRequest = { method: 'POST', url, headers: maskedHeaders(one), body }
  return { number, provider, model, omitted, request: sent, startedAt: one.clock() }
}

function headersFor(one: Try): Record<string, string> {
  return { ...plainHeaders(one.body.stream === true), ...one.credential }
}

function maskedHeaders(one: Try): Record<string, string> {
  const masked = Object.entries(one.credential).map(([name, value]) => [name, maskOf(value)])
  return { ...plainHeaders(one.body.stream === true), ...Object.fromEntries(masked) }
}

/** The scheme of a credential stays readable; the key itself does not. */
function maskOf(value: string): string {
  return value.startsWith('Bearer ') ? `Bearer ${keyMask}` : keyMask
}
