import 'server-only'
import { request, type Dispatcher } from 'undici'
import { keyMask, type Attempt, type RunEvent, type SentRequest } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import type { Clock } from './clock.ts'
import { connectFailure } from './guard/failures.ts'
import { isRedirect } from './guard/redirect.ts'
import { readCapped } from './read-capped.ts'
import { retryHints, type RetryHints } from './retries.ts'
import { visibleHeaders } from './response-headers.ts'
import { readSse } from './sse.ts'
import { inBandFailure, upstreamFailure } from './upstream-failure.ts'

/** One try: what to send where, and under which limits. */
export interface Try {
  number: number
  provider: string
  providerTitle: string
  model: string
  /** What was set for the first model but is not sent to this one. */
  omitted: readonly string[]
  url: string
  /** The header that carries the key; empty without one. */
  credential: Record<string, string>
  /** What must never be shown, whatever the provider answers. */
  secrets: readonly string[]
  body: Record<string, unknown>
  dispatcher?: Dispatcher | undefined
  /** Milliseconds for the whole try. */
  timeoutMs: number
  signal: AbortSignal
  clock: Clock
}

/** How a try ended; `shown` says whether any of the reply had been passed on. */
export interface Outcome {
  failure?: Failure
  hints: RetryHints
  shown: boolean
}

/** Most silence in ms that is borne between two pieces of a stream, and before the first. */
const idleMs = 120_000

/** Most bytes of a whole (not streamed) reply. */
const mostReplyBytes = 64_000_000

/** Sends one request and passes on what comes back. Never throws; the outcome says how it ended. */
export async function* attempt(one: Try): AsyncGenerator<RunEvent, Outcome> {
  const body = JSON.stringify(one.body)
  yield { type: 'attempt', attempt: describe(one, body) }
  const deadline = AbortSignal.timeout(one.timeoutMs)
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

async function* relay(
  one: Try,
  response: Dispatcher.ResponseData,
  state: Outcome,
): AsyncGenerator<RunEvent> {
  const headers = flat(response.headers)
  yield {
    type: 'response',
    status: response.statusCode,
    headers: visibleHeaders(headers),
    at: one.clock(),
  }
  state.hints = retryHints(headers, Date.now())
  if (response.statusCode >= 300) {
    state.failure = await refusal(one, response)
    return
  }
  const streamed = headers['content-type']?.includes('text/event-stream') ?? false
  yield* streamed ? chunks(one, response, state) : whole(one, response, state)
}

async function* chunks(
  one: Try,
  response: Dispatcher.ResponseData,
  state: Outcome,
): AsyncGenerator<RunEvent> {
  let finished = false
  for await (const data of readSse(response.body)) {
    if (data === '[DONE]') return
    const failure = inBandFailure(data, one.providerTitle, one.secrets)
    if (failure) {
      state.failure = failure
      return
    }
    finished ||= /"finish_reason"\s*:\s*"/.test(data)
    state.shown = true
    yield { type: 'chunk', data, at: one.clock() }
  }
  if (!finished) state.failure = cutShort
}

async function* whole(
  one: Try,
  response: Dispatcher.ResponseData,
  state: Outcome,
): AsyncGenerator<RunEvent> {
  const { text: data } = await readCapped(response.body, mostReplyBytes)
  const failure = inBandFailure(data, one.providerTitle, one.secrets)
  if (failure) {
    state.failure = failure
    return
  }
  state.shown = true
  yield { type: 'completion', data, at: one.clock() }
}

const cutShort: Failure = {
  kind: 'interrupted',
  message: 'The connection ended before the reply was complete. What arrived is kept.',
  steps: ['Run again.'],
}

async function refusal(one: Try, response: Dispatcher.ResponseData): Promise<Failure> {
  const { text: body } = await readCapped(response.body, 64_000)
  if (!isRedirect(response.statusCode)) {
    return upstreamFailure(response.statusCode, body, one.providerTitle, one.secrets)
  }
  return {
    kind: 'blocked',
    status: response.statusCode,
    message:
      'The address answered with a redirect. Nucleus follows none, since a key could go astray.',
    steps: ['Enter the address that the server redirects to, if you trust it.'],
  }
}

function failureOf(error: unknown, one: Try, deadline: AbortSignal, state: Outcome): Failure {
  if (one.signal.aborted) return { kind: 'stopped', message: 'The run was stopped.' }
  if (deadline.aborted) {
    const message = `No complete reply within ${one.timeoutMs / 1000} s.`
    return { kind: 'timeout', message, param: 'timeout' }
  }
  const failure = connectFailure(error)
  return state.shown && failure.kind === 'unreachable' ? cutShort : failure
}

function describe(one: Try, body: string): Attempt {
  const { number, provider, model, omitted, url } = one
  const sent: SentRequest = { method: 'POST', url, headers: maskedHeaders(one), body }
  return { number, provider, model, omitted, request: sent, startedAt: one.clock() }
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

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  return Object.fromEntries(entries)
}
