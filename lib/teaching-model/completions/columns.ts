import { bytesOf } from '../tokens.ts'
import type { TokenLogprob } from '../wire/wire.ts'
import type { TextLogprobs } from './text-wire.ts'

/** What OpenAI writes where the logarithm of 0 would stand, which JSON cannot hold. */
const never = -9999

/** A token of a text with what is told about it. */
export interface Entry {
  id: number
  token: string
  /** Nothing for the first token of a prompt, which has nothing before it. */
  told: TokenLogprob | undefined
}

/** An entry of a token that the model drew. */
export function drawnEntry(told: TokenLogprob): Entry {
  return { id: told.id, token: told.token, told }
}

/** Lays entries out as lists; `offsetOf` gives the place of each in its text, called in order. */
export function toColumns(
  entries: readonly Entry[],
  offsetOf: (id: number) => number,
): TextLogprobs {
  return {
    tokens: entries.map(({ token }) => token),
    token_logprobs: entries.map(({ told }) => (told ? finite(told.logprob) : null)),
    top_logprobs: entries.map(({ told }) => (told ? topOf(told) : null)),
    text_offset: entries.map(({ id }) => offsetOf(id)),
    token_ids: entries.map(({ id }) => id),
  }
}

/** Two tokens can be written alike (bytes that are no text, as against a backslash): the likelier stays. */
function topOf(told: TokenLogprob): Record<string, number> {
  const top = new Map<string, number>()
  for (const { token, logprob } of [...told.top_logprobs, told]) {
    if (!top.has(token)) top.set(token, finite(logprob))
  }
  return Object.fromEntries(top)
}

function finite(logprob: number): number {
  return Math.max(never, logprob)
}

/**
 * Gives where each next token begins, in code points: at the end of the text so far, or where the
 * character begins that the tokens before it left open. `before` are tokens that stand before them;
 * with `counted` the text begins with these.
 */
export function createOffsets(before: readonly number[], counted: boolean): (id: number) => number {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let length = 0
  const pass = (id: number) => {
    const begin = length
    length += Array.from(decoder.decode(bytesOf(id), { stream: true })).length
    return begin
  }
  before.forEach(pass)
  if (!counted) length = 0
  return pass
}
