import { readCorpus } from '../corpus/index.ts'
import { assemble, complete, openTeachingModel, parseTeachingRequest } from '../index.ts'
import { endOfText } from '../tokens.ts'
import type { ChatCompletionChunk, Choice } from '../wire/wire.ts'

/** For tests: the model over the whole corpus. */
export const model = openTeachingModel(readCorpus())

/** For tests: what the caller supplies. */
export const identity = { id: 'chatcmpl-1', created: 1_800_000_000, seed: 99 }

/** For tests: the chunks that answer a body about rain with seed 1, unless it says otherwise. */
export function chunksFor(body: Record<string, unknown>): ChatCompletionChunk[] {
  const messages = [{ role: 'user', content: 'Tell me about rain.' }]
  const request = parseTeachingRequest({ messages, seed: 1, ...body })
  if (!request.ok) throw new Error(request.error.message)
  return [...complete(model, request.value, identity)]
}

/** For tests: the whole reply to a body. */
export function replyTo(body: Record<string, unknown>) {
  return assemble(chunksFor(body))
}

/** For tests: the text of the first choice. */
export function textOf(body: Record<string, unknown>): string {
  return replyTo(body).choices[0]?.message.content ?? ''
}

/** For tests: the logprob entries of a choice. */
export function tokensOf(choice: Choice | undefined) {
  return choice?.logprobs?.content ?? []
}

/** For tests: bytes as text. */
export function decode(bytes: readonly number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

/** For tests: the text of all bytes of a choice’s tokens. */
export function joined(choice: Choice | undefined): string {
  return decode(tokensOf(choice).flatMap(({ bytes }) => bytes ?? []))
}

/** For tests: a bias that leaves the model no choice but these tokens. */
export function only(...ids: number[]) {
  return { logit_bias: Object.fromEntries(ids.map((id) => [id, 100])) }
}

/** For tests: a bias under which only the token limit ends a reply. */
export const forever = { logit_bias: { [endOfText]: -100 } }
