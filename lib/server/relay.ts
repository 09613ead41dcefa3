import 'server-only'
import type { Dispatcher } from 'undici'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import type { Outcome, Try } from './attempt.ts'
import { isRedirect } from './guard/redirect.ts'
import { decompressed, replyLimits, sniff, textPieces } from './reply-text.ts'
import { requestIdOf, visibleHeaders } from './response-headers.ts'
import { retryHints } from './retries.ts'
import { readSse } from './sse.ts'
import { inBandFailure, unusableReply, upstreamFailure } from './upstream-failure.ts'

/** Most bytes of an error answer that are read. */
const mostErrorBytes = 64_000

export const cutShort: Failure = {
  kind: 'interrupted',
  message: 'The connection ended before the reply was complete. What arrived is kept.',
  steps: ['Run again.'],
}

/** Passes on an answer, by what it holds and not by what its type says; ends with a failure or none. */
export async function* relay(
  one: Try,
  response: Dispatcher.ResponseData,
  state: Outcome,
): AsyncGenerator<RunEvent> {
  const headers = flat(response.headers)
  const { statusCode: status } = response
  yield { type: 'response', status, headers: visibleHeaders(headers), at: one.clock() }
  state.hints = retryHints(headers, Date.now())
  const limits = { ...replyLimits, ...one.limits }
  const body = decompressed(response.body, headers['content-encoding'])
  if (status >= 300) {
    const text = await someText(textPieces(body, limits), mostErrorBytes, one.signal)
    state.failure = refusal(one, status, text)
  } else {
    const { first, pieces } = await sniff(textPieces(body, limits))
    if (/[a-z:]/i.test(first)) yield* chunks(one, pieces, status, state)
    else yield* whole(one, pieces, status, state)
  }
  if (state.failure) state.failure = withHeaders(state.failure, headers, state)
}

function withHeaders(failure: Failure, headers: Record<string, string>, state: Outcome): Failure {
  const requestId = requestIdOf(headers)
  const { waitMs } = state.hints
  return {
    ...failure,
    ...(requestId ? { requestId } : {}),
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  }
}

async function* chunks(
  one: Try,
  pieces: AsyncGenerator<string>,
  status: number,
  state: Outcome,
): AsyncGenerator<RunEvent> {
  let finished = false
  for await (const { event, data, whole: complete } of readSse(pieces)) {
    if (data.trim() === '[DONE]') {
      if (!state.shown) state.failure = unusableReply(status, '', one.providerTitle, one.secrets)
      return
    }
    // The torn end of a stream is no chunk.
    if (!complete && !isJson(data)) break
    const failure = inBandFailure(data, one.providerTitle, one.secrets, event)
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
  pieces: AsyncGenerator<string>,
  status: number,
  state: Outcome,
): AsyncGenerator<RunEvent> {
  let data = ''
  for await (const piece of pieces) data += piece
  const failure = inBandFailure(data, one.providerTitle, one.secrets)
  if (failure || !isJson(data)) {
    const torn = data.trimStart().startsWith('{')
    const unusable = torn ? cutShort : unusableReply(status, data, one.providerTitle, one.secrets)
    state.failure = failure ?? unusable
    return
  }
  state.shown = true
  yield { type: 'completion', data, at: one.clock() }
}

function refusal(one: Try, status: number, body: string): Failure {
  if (!isRedirect(status)) return upstreamFailure(status, body, one.providerTitle, one.secrets)
  return {
    kind: 'blocked',
    status,
    message:
      'The address answered with a redirect. Nucleus follows none, since a key could go astray.',
    steps: ['Enter the address that the server redirects to, if you trust it.'],
  }
}

/** What could be read of an error's body: one that breaks off still has its status. */
async function someText(
  pieces: AsyncGenerator<string>,
  limit: number,
  signal: AbortSignal,
): Promise<string> {
  let text = ''
  try {
    for await (const piece of pieces) {
      text += piece
      if (text.length >= limit) break
    }
  } catch (error) {
    if (signal.aborted) throw error
  }
  return text.slice(0, limit)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  return Object.fromEntries(entries)
}
