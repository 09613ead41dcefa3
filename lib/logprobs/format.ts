import type { Interval } from './measures.ts'

/** A probability in percent, one decimal; never a 100.0 or 0.0 that is not exact. */
export function formatPercent(p: number): string {
  if (p > 0 && p < 0.001) return '<0.1 %'
  if (p < 1 && p > 0.999) return '>99.9 %'
  return `${(100 * p).toFixed(1)} %`
}

/** Bits, two decimals. */
export function formatBits(bits: number): string {
  return `${bits.toFixed(2)} bit`
}

/** A natural logarithm, as it was recorded, three decimals. */
export function formatLogprob(logprob: number): string {
  return (logprob === 0 ? 0 : logprob).toFixed(3).replace('-', '−')
}

/** An interval of bits; one figure where both ends look the same. */
export function formatBitsInterval({ lower, upper }: Interval): string {
  const [from, to] = [lower.toFixed(2), upper.toFixed(2)]
  return from === to ? `${from} bit` : `${from}–${to} bit`
}

/** A rank, exact or as an interval. */
export function formatRank({ lower, upper }: Interval): string {
  return lower === upper ? String(lower) : `${lower}–${upper}`
}
