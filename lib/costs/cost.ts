import type { TokenPrices } from '#lib/models/model-info.ts'
import type { Reply } from '#lib/reply/reply.ts'
import { numberOf, objectOf } from '#lib/reply/wire.ts'
import type { BilledTokens } from './billed-tokens.ts'

/** What a reply cost, or may have cost, in US dollars. */
export interface Cost {
  usd: number
  /**
   * Who says so: `reported` came with the reply; `listed` is reckoned with the prices in the target's
   * own list of models, `published` with the price list that comes with Nucleus; `inside` is a model of
   * Nucleus itself, which costs nothing.
   */
  basis: 'reported' | 'listed' | 'published' | 'inside'
  /** The model whose price was taken, where it is one of the price list. */
  pricedAs?: string
  /** The day of the price list, such as `2026-09-23`. */
  dated?: string
  /** Something that the figure leaves out or rounds up, one sentence. */
  caveat?: string
}

/**
 * The cost that came with a reply: `usage.cost` as OpenRouter tells it, else LiteLLM's header. Zero
 * counts only where the model is a free one by name, since proxies also write it for what they do not know.
 */
export function reportedCost(reply: Reply): Cost | undefined {
  const raw = reply.usage?.raw ?? {}
  const isFree = reply.model?.endsWith(':free') ?? false
  const inUsage = usageCost(raw)
  const header = reply.attempts.at(-1)?.headers?.['x-litellm-response-cost']
  const usd = [inUsage, header ? Number(header) : undefined].find((one) => isAmount(one, isFree))
  return usd === undefined ? undefined : { usd, basis: 'reported' }
}

/** With a key of the person's own at the provider behind, OpenRouter's own fee is only a part. */
function usageCost(raw: Readonly<Record<string, unknown>>): number | undefined {
  const cost = numberOf(raw.cost)
  if (raw.is_byok !== true) return cost
  const upstream = numberOf(objectOf(raw.cost_details).upstream_inference_cost)
  return upstream === undefined ? undefined : upstream + (cost ?? 0)
}

function isAmount(value: number | undefined, mayBeZero: boolean): boolean {
  return value !== undefined && Number.isFinite(value) && (value > 0 || (mayBeZero && value === 0))
}

/** The cost of tokens at a target's listed prices (dollars per million tokens). */
export function listedCost(tokens: BilledTokens, prices: TokenPrices): Cost {
  const { input, cached, written, output } = tokens
  const fresh = input - cached
  const usd =
    (fresh * prices.input +
      cached * (prices.cachedInput ?? prices.input) +
      output * prices.output) /
    1e6
  const caveat = caveatOf(cached > 0 && prices.cachedInput === undefined, written > 0)
  return { usd, basis: 'listed', ...(caveat ? { caveat } : {}) }
}

function caveatOf(isCachedFull: boolean, isWritten: boolean): string | undefined {
  if (isCachedFull) return 'No price for cached input is listed, so it is counted in full.'
  return isWritten ? 'What was written to the cache is counted as plain input.' : undefined
}
