import type { Alternative, TokenEntry } from './token-store.ts'
import { listOf, numberOf, objectOf, textOf, type Loose } from './wire.ts'

/** The lists that a `logprobs` object can hold, by the part of the reply that they belong to. */
export type LogprobsKey = 'content' | 'refusal' | 'reasoning_content'

/**
 * The token entries of a `logprobs` object. Reads OpenAI's shape with any part of it missing,
 * DeepSeek's `reasoning_content` beside it, llama.cpp's probabilities (`post_sampling_probs`) and,
 * for content, the older `{tokens, token_logprobs, top_logprobs}` of Together and Fireworks.
 */
export function tokenEntries(logprobs: unknown, key: LogprobsKey): TokenEntry[] {
  const object = objectOf(logprobs)
  if (Array.isArray(object[key])) return listOf(object[key]).map(entryOf)
  return key === 'content' && Array.isArray(object.tokens) ? legacyEntries(object) : []
}

function entryOf(value: unknown): TokenEntry {
  const entry = objectOf(value)
  const listed = listOf(entry.top_logprobs ?? entry.top_probs)
  return {
    ...alternativeOf(entry),
    alternatives: listed.map((one) => alternativeOf(objectOf(one))),
  }
}

/** llama.cpp tells ids beside the texts. */
function alternativeOf(entry: Loose): Alternative {
  const id = numberOf(entry.id)
  return {
    token: tokenOf(entry.token),
    logprob: logprobOf(entry),
    bytes: bytesOf(entry.bytes),
    ...(id === undefined ? {} : { id }),
  }
}

function tokenOf(token: unknown): string {
  return typeof token === 'string' || typeof token === 'number' ? String(token) : ''
}

/**
 * As recorded, sentinels included. JSON has no infinite numbers, so some servers write them as
 * text; a probability p becomes ln p.
 */
function logprobOf({ logprob, prob }: Loose): number | null {
  if (logprob !== undefined) return writtenNumber(logprob)
  const p = writtenNumber(prob)
  return p === null || p < 0 ? null : Math.log(p)
}

function writtenNumber(value: unknown): number | null {
  const text = textOf(value)?.trim()
  const number = text ? Number(text.replace(/\binf(?:inity)?$/i, 'Infinity')) : value
  return typeof number === 'number' && !Number.isNaN(number) ? number : null
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
  const ids = listOf(object.token_ids)
  const tops = listOf(object.top_logprobs)
  return listOf(object.tokens).map((token, index) => ({
    ...alternativeOf({ token, logprob: logprobs[index], id: ids[index] }),
    alternatives: legacyAlternatives(tops[index]).toSorted(likeliestFirst),
  }))
}

/** One position's alternatives: an object of texts, pairs of text and logprob, or entries. */
function legacyAlternatives(top: unknown): Alternative[] {
  const pairs = Array.isArray(top) ? top : Object.entries(objectOf(top))
  return pairs.map((one: unknown) => {
    if (!Array.isArray(one)) return alternativeOf(objectOf(one))
    const [token, logprob] = listOf(one)
    return alternativeOf({ token, logprob })
  })
}

function likeliestFirst(a: Alternative, b: Alternative): number {
  const [ours, theirs] = [a.logprob ?? -Infinity, b.logprob ?? -Infinity]
  return ours === theirs ? 0 : theirs - ours
}
