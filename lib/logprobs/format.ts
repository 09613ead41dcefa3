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

/**
 * The probability of many tokens together, from its logarithm in nats: as `formatPercent` writes it, and
 * below 0.1 % as a power of ten, `4.2e−9`. Taken from the logarithm, so that no text is too long for it.
 */
export function formatJoint(logprob: number): string {
  const p = Math.exp(logprob)
  if (p >= 0.001) return formatPercent(p)
  const log10 = logprob / Math.LN10
  const exponent = Math.floor(log10)
  const digits = (10 ** (log10 - exponent)).toFixed(1)
  return digits === '10.0' ? `1.0e−${-exponent - 1}` : `${digits}e−${-exponent}`
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
