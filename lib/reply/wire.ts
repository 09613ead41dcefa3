import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import type { Alternative, TokenEntry } from './token-store.ts'

/** A JSON object of which nothing is known yet. */
export type Loose = Record<string, unknown>

/** A value as an object, or an empty one. */
export function objectOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // Every key is read through the narrowing helpers below.
      (value as Loose)
    : {}
}

/** A value as a list, or an empty one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A value as a text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A value as a finite number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The JSON text of one chunk or of a whole reply as an object, or why it cannot be read. */
export function readJson(text: string): Result<Loose> {
  try {
    const value: unknown = JSON.parse(text)
    const readable = typeof value === 'object' && value !== null && !Array.isArray(value)
    return readable ? ok(objectOf(value)) : fail(unreadable('a JSON object'))
  } catch {
    return fail(unreadable('valid JSON'))
  }
}

function unreadable(wanted: string): Failure {
  return {
    kind: 'upstream',
    message: `Part of the reply was not ${wanted}. What could be read is kept.`,
  }
}

/** The failure that a body tells of: an `error` object or text, alone or beside choices. */
export function errorIn(body: Loose): Failure | undefined {
  const error = typeof body.error === 'string' ? { message: body.error } : objectOf(body.error)
  if (body.error === '' || Object.keys(error).length === 0) return undefined
  const code = codeOf(error.code) ?? textOf(error.type)
  const param = textOf(error.param)
  return {
    kind: 'upstream',
    message: textOf(error.message) ?? 'The provider reported an error in the middle of the reply.',
    ...(code ? { code } : {}),
    ...(param ? { param } : {}),
  }
}

function codeOf(code: unknown): string | undefined {
  return typeof code === 'number' ? String(code) : textOf(code)
}

/**
 * The token entries of a `logprobs` object, for `content` or `refusal`. Reads OpenAI's shape with any
 * part of it missing, and for content the older `{tokens, token_logprobs, top_logprobs}` of
 * Together and Fireworks.
 */
export function tokenEntries(logprobs: unknown, key: 'content' | 'refusal'): TokenEntry[] {
  const object = objectOf(logprobs)
  if (Array.isArray(object[key])) return listOf(object[key]).map(entryOf)
  return key === 'content' && Array.isArray(object.tokens) ? legacyEntries(object) : []
}

function entryOf(value: unknown): TokenEntry {
  const entry = objectOf(value)
  return {
    ...alternativeOf(entry),
    alternatives: listOf(entry.top_logprobs).map((one) => alternativeOf(objectOf(one))),
  }
}

/** llama.cpp tells ids beside the texts. */
function alternativeOf(entry: Loose): Alternative {
  const id = numberOf(entry.id)
  return {
    token: tokenOf(entry.token),
    logprob: numberOf(entry.logprob) ?? null,
    bytes: bytesOf(entry.bytes),
    ...(id === undefined ? {} : { id }),
  }
}

function tokenOf(token: unknown): string {
  return typeof token === 'string' || typeof token === 'number' ? String(token) : ''
}

/** Bytes count as given only when each of them is one. */
function bytesOf(value: unknown): number[] | undefined {
  const bytes = Array.isArray(value) ? value.filter(isByte) : undefined
  return bytes?.length === listOf(value).length ? bytes : undefined
}

function isByte(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255
}

function legacyEntries(object: Loose): TokenEntry[] {
  const logprobs = listOf(object.token_logprobs)
  const tops = listOf(object.top_logprobs)
  return listOf(object.tokens).map((token, index) => ({
    ...alternativeOf({ token, logprob: logprobs[index] }),
    alternatives: Object.entries(objectOf(tops[index]))
      .map(([text, logprob]) => alternativeOf({ token: text, logprob }))
      .toSorted((a, b) => (b.logprob ?? -Infinity) - (a.logprob ?? -Infinity)),
  }))
}
