import 'server-only'
import type { Dispatcher } from 'undici'
import { providers } from '#lib/providers/catalogue.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import { isRedirect } from './guard/redirect.ts'
import { decompressed, replyLimits, sniff, textPieces, withinLines } from './reply-text.ts'
import { requestIdOf, visibleHeaders } from './response-headers.ts'
import { retryHints } from './retries.ts'
import { readSse } from './sse.ts'
import type { Outcome, Try } from './try.ts'
import { inBandFailure, unusableReply, upstreamFailure } from './upstream-failure.ts'

/** Most bytes of an error answer that are read. */
const mostErrorBytes = 64_000

/** A whole reply longer than this is passed on in parts of about this many characters. */
const partCharacters = 1_000_000

/** The failure of an answer that ended too early. */
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
    if (/[a-z:]/i.test(first)) yield* chunks(one, withinLines(pieces, limits), status, state)
    else yield* whole(one, pieces, status, state)
  }
  if (state.failure) state.failure = withHeaders(inOurNames(state.failure, one), headers, state)
}

/** A provider blames a parameter by its own name for it. */
function inOurNames(failure: Failure, { provider }: Try): Failure {
  const names = Object.entries(providers.find(({ id }) => id === provider)?.rename ?? {})
  const ours = names.find(([, theirs]) => theirs === failure.param)?.[0]
  return ours === undefined ? failure : { ...failure, param: ours }
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
    if (!complete && parse(data) === undefined) break
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
  let end = ''
  for await (const piece of pieces) {
    data += piece
    end = piece.trimEnd().at(-1) ?? end
    if (!isPart(data, state)) continue
    state.shown = true
    yield { type: 'part', data, at: one.clock() }
    data = ''
  }
  const failure = state.shown ? torn(end) : wrong(one, status, data)
  if (failure) {
    state.failure = failure
    return
  }
  state.shown = true
  yield { type: 'completion', data, at: one.clock() }
}

/**
 * Whether a piece of a whole reply is passed on before its end. What is so long and has choices is
 * no error in disguise, so it need not be kept in memory and parsed here, which takes seconds.
 */
function isPart(data: string, { shown }: Outcome): boolean {
  if (data.length < partCharacters) return false
  return shown || (data.length < 2 * partCharacters && data.includes('"choices"'))
}

function torn(end: string): Failure | undefined {
  return end === '}' ? undefined : cutShort
}

function wrong(one: Try, status: number, data: string): Failure | undefined {
  return inBandFailure(data, one.providerTitle, one.secrets) ?? unusable(one, status, data)
}

/** Why a whole reply cannot be shown: it breaks off, or is no chat completion at all. */
function unusable(one: Try, status: number, data: string): Failure | undefined {
  const parsed = parse(data)
  if (typeof parsed === 'object' && parsed !== null && 'choices' in parsed) return undefined
  const isTorn = parsed === undefined && data.trimStart().startsWith('{')
  const foreign = unusableReply(status, data, one.providerTitle, one.secrets)
  return isTorn ? { ...cutShort, ...(foreign.body ? { body: foreign.body } : {}) } : foreign
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

/** Nothing where the text is no JSON, which has no word for nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  return Object.fromEntries(entries)
}
