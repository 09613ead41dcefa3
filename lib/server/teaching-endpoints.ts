import 'server-only'
import { randomInt, randomUUID } from 'node:crypto'
import type { Failure, Result } from '#lib/result.ts'
import { readCorpus } from '#lib/teaching-model/corpus/index.ts'
import {
  assemble,
  assembleText,
  complete,
  completeText,
  fitChat,
  fitPrompts,
  openTeachingModel,
  parseTeachingRequest,
  parseTextRequest,
  type ChatCompletionChunk,
  type TeachingModel,
  type TeachingRequest,
  type TextCompletion,
  type TextRequest,
} from '#lib/teaching-model/index.ts'

let built: TeachingModel | undefined

/** The teaching model, indexed at its first use (well under a second). */
function teachingModel(): TeachingModel {
  built ??= openTeachingModel(readCorpus())
  return built
}

/** Has the model indexed, so that its first reply need not wait. */
export function warmTeachingModel(): void {
  teachingModel()
}

/** One of the two ways in which the teaching model is asked for text. */
export interface Endpoint<Asked, Chunk> {
  /** Reads a request's body; a failure has its status and parameter. */
  parse(body: unknown): Result<Asked, Failure>
  /** Whether the prompt fits, found bit by bit. */
  fit(request: Asked): Generator<undefined, Result<number, Failure>>
  /** The chunks of a new reply. */
  run(request: Asked): Generator<Chunk, void>
  isStreamed(request: Asked): boolean
  /** The whole reply that all chunks make up. */
  assemble(chunks: readonly Chunk[]): object
  /** How many tokens a chunk brings, by choice; text without log probabilities counts as one token. */
  tokensIn(chunk: Chunk): (readonly [choice: number, tokens: number])[]
}

/** Conversations, as at `/v1/chat/completions`. */
export const chatEndpoint: Endpoint<TeachingRequest, ChatCompletionChunk> = {
  parse: parseTeachingRequest,
  fit: fitChat,
  run: (request) => complete(teachingModel(), request, freshReply('chatcmpl')),
  isStreamed: ({ stream }) => stream,
  assemble,
  tokensIn: ({ choices }) =>
    choices.map(({ index, delta, logprobs }) => [
      index,
      logprobs?.content?.length || Number(bringsAnything(delta)),
    ]),
}

/** Plain text, as at `/v1/completions`. */
export const textEndpoint: Endpoint<TextRequest, TextCompletion> = {
  parse: parseTextRequest,
  fit: fitPrompts,
  run: (request) => completeText(teachingModel(), request, freshReply('cmpl')),
  isStreamed: ({ sampling }) => sampling.stream,
  assemble: assembleText,
  tokensIn: ({ choices }) =>
    choices.map(({ index, text, logprobs }) => [
      index,
      logprobs?.tokens.length || Number(text !== ''),
    ]),
}

/** What makes one reply different from the next: an id, a time in Unix seconds, and a seed. */
function freshReply(prefix: string) {
  return {
    id: `${prefix}-${randomUUID().replaceAll('-', '')}`,
    created: Math.floor(Date.now() / 1000),
    seed: randomInt(2 ** 47),
  }
}

/** Whether a piece of a message brings more than its role. */
function bringsAnything(delta: object): boolean {
  return Object.entries(delta).some(
    ([name, value]) => name !== 'role' && value !== '' && value !== null,
  )
}
