import { assembleText, completeText, parseTextRequest } from '../index.ts'
import { identity, model } from '../reply/reply.fixture.ts'
import type { TextChoice, TextCompletion } from './text-wire.ts'

/** For tests: the chunks that answer a body with seed 1, unless it says otherwise. */
export function textChunks(body: Record<string, unknown>): TextCompletion[] {
  const request = parseTextRequest({ seed: 1, ...body })
  if (!request.ok) throw new Error(request.error.message)
  return [...completeText(model, request.value, identity)]
}

/** For tests: the whole reply to a body. */
export function textReply(body: Record<string, unknown>): TextCompletion {
  return assembleText(textChunks(body))
}

/** For tests: the first choice of the reply to a body, with its log probabilities. */
export function scoredChoice(body: Record<string, unknown>) {
  const choice = textReply({ logprobs: 0, ...body }).choices[0]
  if (!choice?.logprobs) throw new Error('There are no log probabilities.')
  return { ...choice, logprobs: choice.logprobs }
}

/** For tests: what is drawn from the logprob lists of a choice from a token on. */
export function listsFrom(choice: TextChoice | undefined, start: number) {
  const { tokens, token_logprobs, top_logprobs, token_ids } = choice?.logprobs ?? {}
  return [tokens, token_logprobs, top_logprobs, token_ids].map((list) => list?.slice(start))
}
