import * as z from 'zod'
import { amount, lenient, modelIdText, sanePrice, tokenCount, words } from './fields.ts'
import type { ModelInfo, TokenPrices } from './model-info.ts'
import { litellmVocabulary, unlistedIn } from './unlisted.ts'

/** What LiteLLM tells of a group of deployments; see its type `ModelGroupInfo`. */
const groupSchema = z.object({
  model_group: modelIdText,
  mode: lenient(z.string().max(40)),
  max_input_tokens: tokenCount,
  max_output_tokens: tokenCount,
  input_cost_per_token: amount,
  output_cost_per_token: amount,
  supported_openai_params: words,
})

/**
 * Where a LiteLLM proxy describes its groups: beside `/v1`, not under it, and always at the same
 * origin. Keeps a path under which the proxy is mounted, and nothing of a query or of credentials.
 */
export function groupInfoUrl(base: string): string {
  const url = new URL(base)
  const root = url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '')
  return `${url.origin}${root}/model_group/info`
}

/** Reads one entry of `/model_group/info`; nothing for one without a name, and for patterns. */
export function readGroup(value: unknown): ModelInfo | undefined {
  const parsed = groupSchema.safeParse(value)
  if (!parsed.success || parsed.data.model_group.includes('*')) return undefined
  const group = parsed.data
  return {
    id: group.model_group,
    contextTokens: group.max_input_tokens,
    outputTokens: group.max_output_tokens,
    pricePerMillion: pricesOf(group.input_cost_per_token, group.output_cost_per_token),
    unlisted: unlistedIn(group.supported_openai_params ?? [], litellmVocabulary),
    purpose: purposeOf(group.mode),
  }
}

/** LiteLLM writes 0 for models whose price it does not know, so nothing is said for those. */
function pricesOf(input?: number, output?: number): TokenPrices | undefined {
  const prices = { input: sanePrice((input ?? -1) * 1e6), output: sanePrice((output ?? -1) * 1e6) }
  if (prices.input === undefined || prices.output === undefined) return undefined
  return prices.input + prices.output > 0
    ? { input: prices.input, output: prices.output }
    : undefined
}

/** `responses` models answer chat completions too, by way of LiteLLM. */
function purposeOf(mode: string | undefined): string | undefined {
  return mode === undefined || ['chat', 'responses', ''].includes(mode) ? undefined : mode
}
