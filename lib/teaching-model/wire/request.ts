import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import {
  findMisfit,
  findRefusal,
  findValueProblem,
  invalid,
  refusable,
} from './request-problems.ts'
import {
  actingNames,
  isObject,
  simplified,
  wireSchema,
  type JsonObject,
  type LogprobsMode,
  type WireRequest,
} from './request-schema.ts'
import type { Penalties } from '../sampling/penalties.ts'
import type { Sampling } from '../sampling/chain.ts'
import { openPrompt, type Turn } from '../conversation/turns.ts'
import { begins, readFormat, type Format } from '../format/format.ts'
import { bytesOf } from '../tokens.ts'
import { toolUseOf, type ToolUse } from '../tools/definitions.ts'
import { tokenCap, usualLimitFor } from './limits.ts'
import { toTurns } from './tool-messages.ts'

/** A request that the teaching model can answer, what was absent filled in. Names are the wire's. */
export interface TeachingRequest extends Sampling, Penalties {
  /** A last turn of the assistant is gone on with. */
  messages: Turn[]
  /** The token ids of that turn, where they were sent. */
  prefix_token_ids: readonly number[] | undefined
  n: number
  /** From `max_completion_tokens` or `max_tokens`; else 256, or less where n × 256 is over the cap. */
  max_completion_tokens: number
  /** Bias by token id. */
  logit_bias: ReadonlyMap<number, number>
  /** What is said of tools; nothing where none is defined. */
  tools: ToolUse | undefined
  /** The form that the reply must keep; nothing for free text. */
  format: Format | undefined
  stop: string[]
  seed: number | undefined
  logprobs: boolean
  top_logprobs: number
  /** Which distribution `logprobs` tell: the model's own, or the one that was drawn from. */
  logprobs_mode: LogprobsMode
  stream: boolean
  /** Always on without `stream`. */
  include_usage: boolean
}

/**
 * Reads the body of a chat completion request. A failure is of kind `invalid` and has the status to
 * answer with (400; 404 for another model) and the parameter at fault.
 */
export function parseTeachingRequest(body: unknown): Result<TeachingRequest, Failure> {
  if (!isObject(body)) return fail(invalid('Send a JSON object.'))
  const simple = simplified(body)
  const early = findRefusal(simple) ?? findValueProblem(simple)
  if (early) return fail(early)
  const wire = wireSchema.parse(simple)
  const late = findMisfit(wire) ?? findExcess(wire)
  if (late) return fail(late)
  const format = readFormat(wire.response_format, toTurns(wire.messages))
  if (!format.ok) return format
  const request = withDefaults(wire, format.value)
  const misbegun = findMisbegun(request)
  return misbegun ? fail(misbegun) : ok(request)
}

/** The keys of a body that are accepted but change nothing, in the body's order. */
export function ignoredParameters(body: JsonObject): string[] {
  const heeded = new Set<string>([...actingNames, ...refusable])
  return Object.keys(body).filter((name) => body[name] !== null && !heeded.has(name))
}

function findExcess({
  n = 1,
  max_completion_tokens,
  max_tokens,
}: WireRequest): Failure | undefined {
  const limit = max_completion_tokens ?? max_tokens
  if (limit === undefined || limit * n <= tokenCap) return undefined
  const name = max_completion_tokens === undefined ? 'max_tokens' : 'max_completion_tokens'
  const message = `${name} × n is ${limit} × ${n}, over the teaching model’s cap of ${tokenCap} tokens in one request. Send ${name}: ${Math.floor(tokenCap / n)} or less, or a smaller n.`
  return invalid(message, name, 'token_cap_exceeded')
}

/** A reply that has begun as no document of the required form does cannot be gone on with. */
function findMisbegun({ format, messages, prefix_token_ids }: TeachingRequest) {
  const { prefix } = openPrompt(messages, prefix_token_ids)
  if (!format || prefix.length === 0) return undefined
  const bytes = prefix.flatMap((id) => [...bytesOf(id)])
  if (begins(format, bytes)) return undefined
  const message =
    'messages: the last message is no beginning of a document that response_format allows, written compactly as the teaching model does: {"a": 1, "b": [2, 3]}.'
  return invalid(message, 'messages', 'invalid_value')
}

function withDefaults(wire: WireRequest, format: Format | undefined): TeachingRequest {
  const { n = 1, stream = false } = wire
  return {
    messages: toTurns(wire.messages),
    prefix_token_ids: wire.prefix_token_ids,
    n,
    temperature: wire.temperature ?? 1,
    top_p: wire.top_p ?? 1,
    top_k: wire.top_k ?? 0,
    min_p: wire.min_p ?? 0,
    repetition_penalty: wire.repetition_penalty ?? 1,
    frequency_penalty: wire.frequency_penalty ?? 0,
    presence_penalty: wire.presence_penalty ?? 0,
    max_completion_tokens: wire.max_completion_tokens ?? wire.max_tokens ?? usualLimitFor(n),
    logit_bias: biasById(wire.logit_bias ?? {}),
    tools: toolUseOf(wire),
    format,
    stop: wire.stop ?? [],
    seed: wire.seed,
    logprobs: wire.logprobs ?? false,
    top_logprobs: wire.top_logprobs ?? 0,
    logprobs_mode: wire.logprobs_mode ?? 'raw_logprobs',
    stream,
    include_usage: stream ? (wire.stream_options?.include_usage ?? false) : true,
  }
}

function biasById(bias: Readonly<Record<string, number>>): Map<number, number> {
  return new Map(Object.entries(bias).map(([id, amount]) => [Number(id), amount]))
}
