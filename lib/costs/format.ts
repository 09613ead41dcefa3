import type { TokenPrices } from '#lib/models/model-info.ts'
import type { Cost } from './cost.ts'

/** Dollars with enough digits to tell small costs apart: `$0.000423`, `$0.0123`, `$12.30`. */
export function dollars(usd: number): string {
  if (usd === 0) return '$0'
  if (usd >= 1) return `$${usd.toFixed(2)}`
  if (usd < 1e-8) return 'under $0.00000001'
  const digits = Math.min(10, 2 - Math.floor(Math.log10(usd)))
  return `$${usd.toFixed(digits).replace(/(\.\d\d\d*?)0+$/, '$1')}`
}

/** Prices of input and output in a few characters: `$2.5 / $10 per M`. */
export function pricesInShort({ input, output }: TokenPrices): string {
  if (input === 0 && output === 0) return 'free'
  return `$${trimmed(input)} / $${trimmed(output)} per M`
}

/** A number of tokens in a few characters: `128k`, `1M`, `1.05M`. */
export function tokensInShort(tokens: number): string {
  if (tokens >= 1_000_000) return `${trimmed(Number((tokens / 1_000_000).toFixed(2)))}M`
  return tokens >= 1000 ? `${Math.round(tokens / 1000)}k` : String(tokens)
}

/** Where a cost comes from, one or two sentences. */
export function basisOf({ basis, pricedAs, dated, caveat }: Cost): string {
  const from = {
    inside: 'The model runs inside Nucleus.',
    reported: 'Reported with the reply.',
    listed: 'An estimate: reported tokens at the prices in the target’s list of models.',
    published: `An estimate: reported tokens at the prices of ${pricedAs} in a list of ${dated}.`,
  }[basis]
  return caveat ? `${from} ${caveat}` : from
}

function trimmed(value: number): string {
  return String(Number(value.toPrecision(3)))
}
