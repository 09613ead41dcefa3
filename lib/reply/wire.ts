import type { TokenEntry } from './token-store.ts'

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

/** A JSON text as an object; nothing where it is not one. */
export function parseObject(text: string): Loose | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? objectOf(value) : undefined
  } catch {
    return undefined
  }
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

function alternativeOf(entry: Loose) {
  const bytes = Array.isArray(entry.bytes)
    ? entry.bytes.filter((byte) => typeof byte === 'number')
    : undefined
  return { token: String(entry.token ?? ''), logprob: numberOf(entry.logprob) ?? null, bytes }
}

function legacyEntries(object: Loose): TokenEntry[] {
  const logprobs = listOf(object.token_logprobs)
  const tops = listOf(object.top_logprobs)
  return listOf(object.tokens).map((token, index) => ({
    token: String(token),
    logprob: numberOf(logprobs[index]) ?? null,
    bytes: undefined,
    alternatives: Object.entries(objectOf(tops[index]))
      .map(([text, logprob]) => ({
        token: text,
        logprob: numberOf(logprob) ?? null,
        bytes: undefined,
      }))
      .toSorted((a, b) => (b.logprob ?? -Infinity) - (a.logprob ?? -Infinity)),
  }))
}
