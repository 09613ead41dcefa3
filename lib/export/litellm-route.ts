import { splitBody, openAiNames, partsOf, type Parts } from './parts.ts'
import { isObject } from './quote/layout.ts'
import type { ExportTarget } from './request.ts'

/** A request as LiteLLM is told of it. */
export interface LiteLlmCall {
  /** The model with the provider before it, such as `openai/gpt-4o`. */
  model: string
  /** The address; nothing where LiteLLM has its own way to the provider. */
  apiBase?: string
  apiVersion?: string
  /** The environment variable that holds the key. */
  variable?: string
  headers: Record<string, string>
  /** Parameters that LiteLLM takes by name. */
  named: [string, unknown][]
  /** What it hands on as it is. */
  extra: Record<string, unknown>
}

/** Providers to whom LiteLLM speaks in their own format, at their own address. */
const native: Readonly<Record<string, string>> = {
  anthropic: 'anthropic',
  gemini: 'gemini',
  cohere: 'cohere_chat',
}

/** Providers of whom LiteLLM's own form is another than that of the address used here. */
const asOpenAi = new Set([
  'teaching',
  'huggingface',
  'azure_v1',
  'vertex_ai',
  'bedrock',
  'ollama',
  'openai_compatible',
])

/**
 * Names that LiteLLM (1.106, get_supported_openai_params) takes for any model of the providers that
 * it takes for OpenAI's like. It would drop or refuse others, and hands them on in extra_body.
 */
const usual = new Set(
  `messages temperature top_p presence_penalty frequency_penalty seed stop n stream stream_options
  max_completion_tokens max_tokens logprobs top_logprobs logit_bias response_format tools tool_choice
  parallel_tool_calls`.split(/\s+/),
)

/** Providers for which it refuses more of them, and what it takes for each of these. */
const narrow = new Set(
  'mistral fireworks_ai xai cerebras perplexity nvidia_nim deepinfra sambanova'.split(' '),
)
const everywhere = new Set('messages temperature top_p stream max_tokens'.split(' '))

/** How LiteLLM sends a request that is as near to this one as it can. */
export function liteLlmCall(target: ExportTarget): LiteLlmCall {
  const parts = partsOf(target)
  const isNative = native[target.provider.id] !== undefined && isUsualAddress(target, parts)
  const { model, ...body } = target.body
  const taken = namesFor(target, isNative)
  const [named, extra] = splitBody(body, (name, value) =>
    name === 'stream' ? typeof value === 'boolean' : taken.has(name),
  )
  return {
    model: `${prefixOf(target, parts, isNative)}/${parts.deployment ?? String(model)}`,
    ...(isNative ? {} : { apiBase: parts.base }),
    ...(parts.apiVersion === undefined ? {} : { apiVersion: parts.apiVersion }),
    ...(parts.variable === undefined ? {} : { variable: parts.variable }),
    headers: parts.headers,
    named,
    extra: isObject(extra) ? extra : {},
  }
}

function namesFor({ provider }: ExportTarget, isNative: boolean): ReadonlySet<string> {
  if (isNative) return openAiNames
  return narrow.has(provider.id) ? everywhere : usual
}

function prefixOf({ provider }: ExportTarget, parts: Parts, isNative: boolean): string {
  if (parts.deployment !== undefined) return 'azure'
  if (isNative) return native[provider.id] ?? 'openai'
  const other = asOpenAi.has(provider.id) || native[provider.id] !== undefined
  return other ? 'openai' : (provider.prefixes[0] ?? 'openai')
}

function isUsualAddress({ provider }: ExportTarget, { base }: Parts): boolean {
  return provider.endpoint === base
}
