import { surprisalBits, type Interval } from '../measures.ts'

/** Probabilities nearer to 0 or 1 than this are not told apart from them. */
const smallest = 0.0005

/** A share in percent without the sign, one decimal: `27.7`, `<0.1`, `>99.9`, `100.0`. */
function percent(p: number): string {
  if (p > 0 && p < smallest) return '<0.1'
  return p < 1 && p > 1 - smallest ? '>99.9' : (100 * p).toFixed(1)
}

/** A share (0 to 1) as bits, two decimals; ∞ where it is 0. */
function bits(p: number): string {
  return p > 0 ? surprisalBits(Math.log(p)).toFixed(2) : '∞'
}

/**
 * A probability that lies in an interval, without a unit: percent with one decimal, or bits with two;
 * one figure where both ends look the same, else both, the smaller first.
 */
export function formatChance({ lower, upper }: Interval, unit: 'percent' | 'bits'): string {
  const [from, to] =
    unit === 'percent' ? [percent(lower), percent(upper)] : [bits(upper), bits(lower)]
  return from === to ? from : `${from}–${to}`
}

/** A probability that lies in an interval, for a sentence: `79 to 86 %`, `79 %`, `less than 1 %`. */
export function formatChanceInWords({ lower, upper }: Interval): string {
  if (upper < 0.005) return 'less than 1 %'
  // Outwards, so that the words hold what the interval holds.
  const [from, to] = [Math.floor(100 * lower + 1e-9), Math.ceil(100 * upper - 1e-9)]
  const nearest = Math.round(50 * (lower + upper))
  return upper - lower < 0.005 || from === to ? `${nearest} %` : `${from} to ${to} %`
}
