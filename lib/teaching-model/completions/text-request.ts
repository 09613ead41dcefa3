import * as z from 'zod'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { fitIntoWindow } from '../wire/context-window.ts'
import { tokenCap } from '../wire/limits.ts'
import { parseTeachingRequest, type TeachingRequest } from '../wire/request.ts'
import { invalid } from '../wire/request-problems.ts'
import { isObject, tokenId, type JsonObject } from '../wire/request-schema.ts'

/** A request for text that the teaching model can answer, what was absent filled in. */
export interface TextRequest {
  /** At least one; each a text or token ids. */
  prompts: readonly (string | readonly number[])[]
  /** Whether the prompt is part of the reply. */
  echo: boolean
  /** How the text goes on. `messages` say nothing, and `max_completion_tokens` may be 0. */
  sampling: TeachingRequest
}

/** The most choices of one request: prompts times `n`. */
const mostChoices = 128

const usualLimit = 16
const ids = z.array(tokenId, 'Send a text, or a list of token ids.')

/** What only text completions have. */
const ownSchema = z.object({
  prompt: z.union(
    [z.string(), z.array(z.string()).min(1), ids.min(1), z.array(ids.min(1)).min(1)],
    'Send a text, a list of texts, a list of token ids, or a list of such lists.',
  ),
  echo: z.boolean('Send true or false.'),
  max_tokens: z.int('Send a whole number.').min(0, 'Send 0 or more.'),
  logprobs: z
    .int('Send how many alternatives to list at each token: a whole number from 0 to 20.')
    .min(0, 'Send 0 or more.')
    .max(20, 'At most 20 alternatives can be listed.'),
  best_of: z.int('Send a whole number.'),
})

/** The parameters of chat completions that mean nothing here, and what to send instead. */
const refused: Readonly<Record<string, string>> = {
  suffix: 'The teaching model writes from left to right only. Leave suffix out.',
  messages: 'A text completion has no messages. Send prompt, or use /v1/chat/completions.',
  max_completion_tokens: 'Send max_tokens instead of max_completion_tokens.',
  top_logprobs: 'Send logprobs: the number of alternatives, instead of top_logprobs.',
  prefix_token_ids: 'Send the token ids as prompt instead of prefix_token_ids.',
  tools: 'A text completion has no tools. Use /v1/chat/completions.',
  response_format: 'A text completion has no response_format. Use /v1/chat/completions.',
}

/**
 * Reads the body of a text completion request. A failure is of kind `invalid` and has the status to
 * answer with (400; 404 for another model) and the parameter at fault.
 */
export function parseTextRequest(body: unknown): Result<TextRequest, Failure> {
  if (!isObject(body)) return fail(invalid('Send a JSON object.'))
  const sent = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
  const named = Object.keys(refused).find((name) => sent[name] !== undefined)
  if (named) return fail(invalid(refused[named] ?? '', named, 'unsupported_parameter'))
  const own = ownSchema.partial().safeParse(sent)
  if (!own.success) return fail(firstProblem(own.error))
  const sampling = parseTeachingRequest(asChat(sent, own.data.logprobs))
  if (!sampling.ok) return sampling
  const { prompt = '', echo = false, max_tokens: limit = usualLimit, best_of } = own.data
  const prompts = promptsOf(prompt)
  const request = {
    prompts,
    echo,
    sampling: { ...sampling.value, max_completion_tokens: limit },
  }
  const misfit = findMisfit(request, best_of)
  return misfit ? fail(misfit) : ok(request)
}

/** The parameters that both kinds of completion have, as a chat request. */
function asChat(sent: JsonObject, logprobs: number | undefined): JsonObject {
  const foreign = new Set(['prompt', 'echo', 'max_tokens', 'logprobs', 'best_of'])
  return {
    ...Object.fromEntries(Object.entries(sent).filter(([name]) => !foreign.has(name))),
    messages: [{ role: 'user', content: '' }],
    ...(logprobs === undefined ? {} : { logprobs: true, top_logprobs: logprobs }),
  }
}

function firstProblem(error: z.ZodError): Failure {
  const [issue] = error.issues
  const [name, ...place] = (issue?.path ?? []).map(String)
  return invalid(`${name}${place.map((at) => `[${at}]`).join('')}: ${issue?.message}`, name)
}

function promptsOf(prompt: string | string[] | number[] | number[][]) {
  if (typeof prompt === 'string') return [prompt]
  const tokens = prompt.filter((item) => typeof item === 'number')
  return tokens.length > 0 ? [tokens] : prompt.filter((item) => typeof item !== 'number')
}

/** What is valid in itself but not together. */
function findMisfit(
  { prompts, echo, sampling }: TextRequest,
  best_of: number | undefined,
): Failure | undefined {
  const { n, max_completion_tokens: limit } = sampling
  if (best_of !== undefined && best_of !== n) {
    const message = `The teaching model shows every reply that it draws. Send best_of: ${n}, the same as n, or leave it out.`
    return invalid(message, 'best_of', 'unsupported_value')
  }
  if (limit === 0 && !echo) {
    return invalid('max_tokens: 0 asks for nothing without echo: true.', 'max_tokens')
  }
  const choices = prompts.length * n
  if (choices > mostChoices) {
    const message = `${prompts.length} prompts × n ${n} make ${choices} choices. At most ${mostChoices} can be asked for at once.`
    return invalid(message, 'prompt', 'too_many_choices')
  }
  if (choices * limit <= tokenCap) return undefined
  const message = `${choices} choices × max_tokens ${limit} are over the teaching model’s cap of ${tokenCap} tokens in one request. Send max_tokens: ${Math.floor(tokenCap / choices)} or less.`
  return invalid(message, 'max_tokens', 'token_cap_exceeded')
}

/**
 * The number of tokens of all prompts; a failure where one is too long together with its reply, or
 * where more is to be given back than the token cap allows. Pauses as it counts.
 */
export function* fitPrompts({
  prompts,
  echo,
  sampling,
}: TextRequest): Generator<undefined, Result<number, Failure>> {
  const { n, max_completion_tokens: wanted } = sampling
  let read = 0
  for (const prompt of prompts) {
    const size =
      typeof prompt === 'string'
        ? { texts: [prompt], given: 0 }
        : { texts: [], given: prompt.length }
    const count = yield* fitIntoWindow({ ...size, wanted, param: 'prompt' })
    if (!count.ok) return count
    read += count.value
  }
  const written = (echo ? read * n : 0) + prompts.length * n * wanted
  if (written <= tokenCap) return ok(read)
  const message = `With echo the reply has up to ${written} tokens, the prompt’s included; the teaching model’s cap is ${tokenCap} in one request. Shorten prompt, or lower max_tokens or n.`
  return fail(invalid(message, 'prompt', 'token_cap_exceeded'))
}
