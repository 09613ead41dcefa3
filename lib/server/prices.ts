import 'server-only'
import { calcPrice, findProvider, type PriceCalculation } from '@pydantic/genai-prices'
import type { BilledTokens } from '#lib/costs/billed-tokens.ts'
import type { Cost } from '#lib/costs/cost.ts'
import type { PriceQuestion } from '#lib/costs/question.ts'
import { providerOf } from '#lib/providers/catalogue.ts'

/** The price list that is installed, and the day on which it was published. It is never updated by network. */
export const priceList = { version: '0.1.8', published: '2026-09-23' }

/**
 * What tokens cost by the published price list; nothing where it does not know the model. A provider is
 * known by its address. A LiteLLM proxy's says nothing, so there the model's name has to.
 */
export function publishedCost({ provider, url, model, tokens }: PriceQuestion): Cost | undefined {
  const row = providerOf(provider)
  if (row.route === 'in-process') return undefined
  const found = row.route === 'proxy' ? byName(model, tokens) : byAddress(url, model, tokens)
  if (!found || !pricesBoth(found)) return undefined
  return {
    usd: found.total_price,
    basis: 'published',
    pricedAs: `${found.provider.name} ${found.model.id}`,
    dated: priceList.published,
  }
}

function byAddress(url: string, model: string, tokens: BilledTokens): PriceCalculation | undefined {
  const known = findProvider({ providerApiUrl: url })
  return known && priced(model, tokens, known.id)
}

/** `anthropic/claude-…` names its provider; a bare name is looked for among all. */
function byName(model: string, tokens: BilledTokens): PriceCalculation | undefined {
  const [prefix, ...rest] = model.split('/')
  if (rest.length === 0) return priced(model, tokens, undefined)
  const known = prefix ? findProvider({ providerId: prefix }) : undefined
  return known && priced(rest.join('/'), tokens, known.id)
}

function priced(
  model: string,
  { input, cached, written, output }: BilledTokens,
  providerId: string | undefined,
): PriceCalculation | undefined {
  const usage = {
    input_tokens: input,
    cache_read_tokens: cached,
    cache_write_tokens: written,
    output_tokens: output,
  }
  try {
    return calcPrice(usage, model, providerId === undefined ? {} : { providerId }) ?? undefined
  } catch {
    // Counts that contradict each other are refused by the price list.
    return undefined
  }
}

/** A side without a price would count as free. */
function pricesBoth({ model_price }: PriceCalculation): boolean {
  return model_price.input_mtok !== undefined && model_price.output_mtok !== undefined
}
