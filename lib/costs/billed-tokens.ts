import type { Usage } from '#lib/reply/reply.ts'
import { numberOf, objectOf } from '#lib/reply/wire.ts'

/** What a price is asked for. `cached` and `written` are parts of `input`. */
export interface BilledTokens {
  /** All tokens of the conversation. */
  input: number
  /** Those read from the provider's cache. */
  cached: number
  /** Those written to the provider's cache, which some charge more for. */
  written: number
  /** All tokens of the reply, reasoning included: it is charged as output everywhere. */
  output: number
}

/**
 * The tokens that a reply is charged for; nothing where the provider did not count both sides.
 * OpenAI counts cached tokens within the prompt and reasoning within the completion. Others differ:
 * xAI and Gemini leave reasoning out of the completion but not out of the total, DeepSeek has its own
 * name for what its cache held, and Anthropic's own counts leave the cache out of the prompt.
 */
export function billedTokens(usage: Usage | undefined): BilledTokens | undefined {
  const { prompt, completion } = usage ?? {}
  if (!usage || !isCount(prompt) || !isCount(completion)) return undefined
  const cached = count(
    usage.cached,
    usage.raw.prompt_cache_hit_tokens,
    usage.raw.cache_read_input_tokens,
  )
  const details = objectOf(usage.raw.prompt_tokens_details)
  const written = count(
    numberOf(details.cache_write_tokens),
    details.cache_creation_tokens,
    usage.raw.cache_creation_input_tokens,
  )
  const isApart = cached + written > prompt
  return {
    input: isApart ? prompt + cached + written : prompt,
    cached,
    written,
    output: completion + hiddenReasoning(usage, prompt, completion),
  }
}

/** The reasoning that only the total counts. */
function hiddenReasoning(usage: Usage, prompt: number, completion: number): number {
  const rest = (usage.total ?? 0) - prompt - completion
  if (!isCount(rest)) return 0
  return usage.reasoning === undefined || usage.reasoning === rest ? rest : 0
}

function count(...candidates: unknown[]): number {
  return candidates.find((one): one is number => isCount(one) && one > 0) ?? 0
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
