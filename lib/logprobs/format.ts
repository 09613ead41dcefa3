import type { Interval } from './measures.ts'

/**
 * A probability in percent, one decimal. No recorded probability is surely 0 or 1 (providers round,
 * and e^l runs out of digits), so the ends read `<0.1 %` and `>99.9 %`.
 */
export function formatPercent(p: number): string {
  if (p < 0.001) return '<0.1 %'
  if (p > 0.999) return '>99.9 %'
  return `${(100 * p).toFixed(1)} %`
}

/** Bits, two decimals. */
export function formatBits(bits: number): string {
  return `${bits.toFixed(2)} bit`
}

/** A natural logarithm as it was recorded: three decimals, or two digits where those would be 0. */
export function formatLogprob(logprob: number): string {
  if (logprob === 0) return '0.000'
  const tiny = Math.abs(logprob) < 0.0005
  return (tiny ? logprob.toPrecision(2) : logprob.toFixed(3)).replaceAll('-', '−')
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
