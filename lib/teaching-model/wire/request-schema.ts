import * as z from 'zod'
import { parameterOf, type ParameterName, type ValueOf } from '#lib/parameters/index.ts'
import { endOfText, isToken } from '../tokens.ts'

/** The parameters that act on the teaching model, each with the registry's own schema. */
const registered = z.object({
  model: schemaOf('model').optional(),
  messages: schemaOf('messages'),
  n: schemaOf('n').optional(),
  temperature: schemaOf('temperature').optional(),
  top_p: schemaOf('top_p').optional(),
  top_k: schemaOf('top_k').optional(),
  min_p: schemaOf('min_p').optional(),
  repetition_penalty: schemaOf('repetition_penalty').optional(),
  frequency_penalty: schemaOf('frequency_penalty').optional(),
  presence_penalty: schemaOf('presence_penalty').optional(),
  logit_bias: schemaOf('logit_bias').optional(),
  stop: schemaOf('stop').optional(),
  max_completion_tokens: schemaOf('max_completion_tokens').optional(),
  max_tokens: schemaOf('max_tokens').optional(),
  seed: schemaOf('seed').optional(),
  logprobs: schemaOf('logprobs').optional(),
  top_logprobs: schemaOf('top_logprobs').optional(),
  stream: schemaOf('stream').optional(),
  stream_options: schemaOf('stream_options').optional(),
  response_format: schemaOf('response_format').optional(),
  tools: schemaOf('tools').optional(),
  tool_choice: schemaOf('tool_choice').optional(),
  parallel_tool_calls: schemaOf('parallel_tool_calls').optional(),
})

/** The most token ids of a prefix. */
const longestPrefix = 16_384

/** The id of a token that a text can have: any of o200k_base but the end of the text. */
export const tokenId = z
  .int('Write token ids as whole numbers.')
  .refine(isToken, 'o200k_base has no such token.')
  .refine((id) => id !== endOfText, 'A reply that has ended cannot be gone on with.')

const logprobsMode = z.enum(
  ['raw_logprobs', 'processed_logprobs'],
  'Send "raw_logprobs" or "processed_logprobs".',
)

/** Which distribution the log probabilities tell (vLLM's names). */
export type LogprobsMode = z.output<typeof logprobsMode>

/** Those parameters, and the model's own. */
export const wireSchema = registered.extend({
  /**
   * The o200k_base ids of the reply so far, in place of the text of the last message, which is the
   * assistant's. A text can be cut into tokens in many ways; with the ids the reply goes on exactly.
   */
  prefix_token_ids: z
    .array(tokenId, 'Send a list of token ids.')
    .max(longestPrefix, `At most ${longestPrefix} token ids can be sent.`)
    .optional(),
  /**
   * `raw_logprobs` (the default, as on OpenAI) tell the model's distribution at temperature 1, before
   * penalties and `logit_bias`; `processed_logprobs` the one that the token was drawn from.
   */
  logprobs_mode: logprobsMode.optional(),
})

/** The keys that only this model knows. */
export const ownNames = ['prefix_token_ids', 'logprobs_mode'] as const

/** What was sent, checked; names and values as on the wire. */
export type WireRequest = z.output<typeof wireSchema>

/** A JSON object of any content. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The names of the registry's parameters that act. */
export const registeredNames = registered.keyof().options

/** All wire names that act. */
export const actingNames = wireSchema.keyof().options

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A body in its simplest form: null stands for absent, at the top and in each message, and a single
 * stop sequence is a list of one.
 */
export function simplified(body: JsonObject): JsonObject {
  const { stop, messages, ...rest } = withoutNulls(body)
  return {
    ...rest,
    ...(stop === undefined ? {} : { stop: typeof stop === 'string' ? [stop] : stop }),
    ...(messages === undefined ? {} : { messages: withoutNullsInside(messages) }),
  }
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}

function withoutNullsInside(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list.map((item: unknown) => (isObject(item) ? withoutNulls(item) : item))
}

/** The registry's schema of a parameter; `ValueOf` is defined as that schema's output. */
function schemaOf<Name extends ParameterName>(name: Name): z.ZodType<ValueOf<Name>> {
  return parameterOf(name).schema as z.ZodType<ValueOf<Name>>
}
