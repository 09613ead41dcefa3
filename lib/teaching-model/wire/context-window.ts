import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { callText } from '../conversation/turns.ts'
import { countTokens } from '../tokens.ts'
import { contextWindow } from './limits.ts'
import type { TeachingRequest } from './request.ts'
import { invalid } from './request-problems.ts'

/** What is to fit into the context window together. */
interface Size {
  /** Texts of the prompt. */
  texts: readonly string[]
  /** Tokens of the prompt beside those of the texts. */
  given: number
  /** The most tokens of the reply. */
  wanted: number
  /** The parameter that holds the prompt. */
  param: string
}

/** Beyond this it is enough to know that there are more. */
const countedAtMost = 2 * contextWindow

/**
 * The number of tokens of a prompt; a failure where it is too long together with its reply. Pauses
 * often, so that a long prompt can be counted bit by bit; to be run before anything that takes longer
 * for a longer prompt.
 */
export function* fitIntoWindow({
  texts,
  given,
  wanted,
  param,
}: Size): Generator<undefined, Result<number, Failure>> {
  let count = given
  for (const text of texts) {
    if (count > countedAtMost) break
    count += yield* countTokens(text, countedAtMost - count)
  }
  if (count + wanted <= contextWindow) return ok(count)
  const have = count > countedAtMost ? `more than ${countedAtMost}` : String(count)
  const message = `The model's maximum context length is ${contextWindow} tokens. ${param} has ${have} and up to ${wanted} more may be generated. Shorten ${param} or lower the token limit.`
  return fail(invalid(message, param, 'context_length_exceeded'))
}

/** The same for a conversation. */
export function fitChat(request: TeachingRequest): Generator<undefined, Result<number, Failure>> {
  const { messages, prefix_token_ids: prefix, max_completion_tokens: wanted, tools } = request
  const last = messages.at(-1)
  const open = last?.speaker === 'assistant' && !last.calls ? last.text : undefined
  const turns = open === undefined ? messages : messages.slice(0, -1)
  const texts = turns.flatMap(({ text, calls = [] }) => [text, ...calls.map(callText)])
  if (tools) texts.push(tools.text)
  if (open !== undefined && !prefix) texts.push(open)
  // A marker before the tools, each turn and the reply, and the end of the text after the assistant's.
  const marks = turns.length + 1 + turns.filter(({ speaker }) => speaker === 'assistant').length
  const given = Number(tools !== undefined) + marks + (prefix?.length ?? 0)
  return fitIntoWindow({ texts, given, wanted, param: 'messages' })
}
