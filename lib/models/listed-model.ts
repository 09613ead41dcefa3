import * as z from 'zod'
import { amount, lenient, modelIdText, sanePrice, tokenCount, words } from './fields.ts'
import type { ModelInfo, TokenPrices } from './model-info.ts'
import { openRouterVocabulary, toolVocabulary, unlistedIn } from './unlisted.ts'

/** The names under which servers tell what a model can take. Each server has some of them. */
const modelSchema = z.object({
  id: lenient(modelIdText),
  // Cohere and Ollama's own list name a model so.
  name: lenient(modelIdText),
  // OpenRouter, Together, Cohere
  context_length: tokenCount,
  // Groq, Vercel AI Gateway
  context_window: tokenCount,
  max_completion_tokens: tokenCount,
  // vLLM
  max_model_len: tokenCount,
  // Mistral
  max_context_length: tokenCount,
  // Vercel AI Gateway
  max_tokens: tokenCount,
  // OpenRouter
  top_provider: lenient(z.object({ max_completion_tokens: tokenCount })),
  supported_parameters: words,
  // llama.cpp
  meta: lenient(z.object({ n_ctx: tokenCount, n_ctx_train: tokenCount })),
  // GitHub Models
  limits: lenient(z.object({ max_input_tokens: tokenCount, max_output_tokens: tokenCount })),
  // Mistral; a plain list of words elsewhere
  capabilities: lenient(
    z.object({
      completion_chat: lenient(z.boolean()),
      function_calling: lenient(z.boolean()),
    }),
  ),
  // `chat` and others at Together
  type: lenient(z.string().max(40)),
  pricing: lenient(
    z.object({
      prompt: amount,
      completion: amount,
      input_cache_read: amount,
      request: amount,
      input: lenient(z.number()),
      output: lenient(z.number()),
    }),
  ),
})

type Listed = z.output<typeof modelSchema>

/** Reads one entry of `/models`, in any of the forms in use; nothing for one without a name. */
export function readListed(value: unknown): ModelInfo | undefined {
  const parsed = modelSchema.safeParse(typeof value === 'string' ? { id: value } : value)
  const id = parsed.data?.id ?? parsed.data?.name
  if (!parsed.success || id === undefined) return undefined
  const listed = parsed.data
  return {
    id,
    contextTokens: contextOf(listed),
    outputTokens: outputOf(listed),
    pricePerMillion: pricesOf(listed.pricing),
    unlisted: unlistedOf(listed),
    purpose: purposeOf(listed),
  }
}

function contextOf(listed: Listed): number | undefined {
  return (
    listed.context_length ??
    listed.context_window ??
    listed.max_model_len ??
    listed.max_context_length ??
    listed.meta?.n_ctx ??
    listed.meta?.n_ctx_train ??
    listed.limits?.max_input_tokens
  )
}

function outputOf(listed: Listed): number | undefined {
  return (
    listed.top_provider?.max_completion_tokens ??
    listed.max_completion_tokens ??
    listed.limits?.max_output_tokens ??
    listed.max_tokens
  )
}

/**
 * OpenRouter writes dollars per token as texts, where "0" means free and "-1" that it depends;
 * Together writes dollars per million as numbers, where 0 stands for a price that is not per token.
 */
function pricesOf(pricing: Listed['pricing']): TokenPrices | undefined {
  if (!pricing) return undefined
  const { prompt, completion, input_cache_read: cached, request } = pricing
  if (prompt !== undefined && completion !== undefined) {
    // A fee for each request is no price of tokens.
    if (request) return undefined
    return both(prompt * 1e6, completion * 1e6, cached === undefined ? cached : cached * 1e6)
  }
  const { input, output } = pricing
  return input || output ? both(input, output) : undefined
}

function both(input?: number, output?: number, cached?: number): TokenPrices | undefined {
  const prices = { input: sanePrice(input), output: sanePrice(output) }
  if (prices.input === undefined || prices.output === undefined) return undefined
  const cachedInput = sanePrice(cached)
  return {
    input: prices.input,
    output: prices.output,
    ...(cachedInput === undefined ? {} : { cachedInput }),
  }
}

function unlistedOf({ supported_parameters, capabilities }: Listed): ModelInfo['unlisted'] {
  const unlisted = unlistedIn(supported_parameters ?? [], openRouterVocabulary)
  return unlisted ?? (capabilities?.function_calling === false ? [...toolVocabulary] : undefined)
}

/** Types of models that do not converse, by the words of Together and Vercel. */
const otherTypes: ReadonlySet<string> = new Set([
  'embedding',
  'image',
  'audio',
  'moderation',
  'rerank',
  'transcribe',
  'video',
])

function purposeOf({ type, capabilities }: Listed): string | undefined {
  if (type !== undefined && otherTypes.has(type)) return type
  return capabilities?.completion_chat === false ? 'not for chat' : undefined
}
