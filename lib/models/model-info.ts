import type { ParameterName } from '#lib/parameters/index.ts'

/** US dollars for a million tokens. */
export interface TokenPrices {
  input: number
  output: number
  /** Input read from the provider's cache, where it has a price of its own. */
  cachedInput?: number | undefined
}

/** What a target's own list says about a model. What it does not say is absent. */
export interface ModelInfo {
  /** As it is sent. */
  id: string
  /** Most tokens of conversation and reply together, or of the conversation where only that is told. */
  contextTokens?: number | undefined
  /** Most tokens of a reply. */
  outputTokens?: number | undefined
  pricePerMillion?: TokenPrices | undefined
  /**
   * Parameters that the list speaks of at other models, but not at this one. Nothing where the list
   * says nothing about parameters.
   */
  unlisted?: ParameterName[] | undefined
  /** What the model is for, where it is not for conversations: `embedding`, `image_generation`. */
  purpose?: string | undefined
}

/**
 * What a list says about a model: under its id, or under what follows one of the provider's prefixes,
 * so that `openai/gpt-4o` finds `gpt-4o` in OpenAI's own list.
 */
export function infoOf(
  models: readonly ModelInfo[],
  id: string,
  prefixes: readonly string[],
): ModelInfo | undefined {
  const found = models.find((model) => model.id === id)
  if (found) return found
  const prefix = prefixes.find((one) => id.startsWith(`${one}/`))
  const bare = prefix && id.slice(prefix.length + 1)
  return bare ? models.find((model) => model.id === bare) : undefined
}
