import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply, type Reply } from '#lib/reply/reply.ts'

/** An entry of `logprobs.content` as OpenAI writes it; other servers leave parts out. */
export interface WireToken {
  token: string
  /** In nats; servers also write null, sentinels, text, or nothing at all. */
  logprob?: number | string | null
  bytes?: readonly number[] | null
  top_logprobs?: readonly Omit<WireToken, 'top_logprobs'>[]
}

const encoder = new TextEncoder()

/** The bytes of a text as UTF-8. */
export function utf8(text: string): number[] {
  return [...encoder.encode(text)]
}

/** A token by its probability, with its bytes, without alternatives. */
export function likely(token: string, probability: number): WireToken {
  return { token, logprob: Math.log(probability), bytes: utf8(token), top_logprobs: [] }
}

/** A token with alternatives by their probabilities; it is one of them only where they name it. */
export function among(
  token: string,
  probability: number,
  others: Readonly<Record<string, number>>,
): WireToken {
  const top_logprobs = Object.entries(others).map(([text, p]) => ({
    token: text,
    logprob: Math.log(p),
    bytes: utf8(text),
  }))
  return { ...likely(token, probability), top_logprobs }
}

/** A token of which the server tells the bytes alone, as for a part of a character. */
export function part(bytes: readonly number[], probability: number): WireToken {
  const token = bytes.map((byte) => `\\x${byte.toString(16)}`).join('')
  return { token: `bytes:${token}`, logprob: Math.log(probability), bytes, top_logprobs: [] }
}

/** A text whose bytes are cut into tokens after every `size`; probabilities fall from `first`. */
export function cut(text: string, size: number, first = 0.95): WireToken[] {
  const bytes = utf8(text)
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    part(bytes.slice(index * size, (index + 1) * size), first / (1 + index)),
  )
}

/** One `chat.completion.chunk`. */
export function chunk(delta: object, logprobs: object | null = null, index = 0): string {
  return JSON.stringify({
    id: 'chatcmpl-gallery',
    object: 'chat.completion.chunk',
    created: 1_760_000_000,
    model: 'gallery',
    choices: [{ index, delta, logprobs, finish_reason: null }],
  })
}

/** A reply as the app reads it from these chunks. */
export function replyFrom(chunks: readonly string[]): Reply {
  const reply = createReply()
  for (const [place, data] of chunks.entries())
    applyEvent(reply, { type: 'chunk', data, at: place })
  applyEvent(reply, { type: 'end', at: chunks.length })
  return reply
}

/** The chunks of a text that comes token by token, as most do. */
export function spoken(tokens: readonly WireToken[], index = 0): string[] {
  return tokens.map((token) => chunk({ content: token.token }, { content: [token] }, index))
}

/** One chunk with a whole content and all of its tokens. */
export function whole(content: string, tokens: readonly WireToken[]): string[] {
  return [chunk({ content }, { content: tokens })]
}
