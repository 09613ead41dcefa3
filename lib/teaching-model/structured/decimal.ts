/** An inclusive range of whole numbers; empty where `low` is above `high`. */
export interface Span {
  low: number
  high: number
}

/** How many digits a finite number has before and after the decimal point, as JavaScript writes it. */
export function digitsOf(value: number): { whole: number; fraction: number } {
  const { digits, exponent } = partsOf(Math.abs(value))
  const whole = Math.max(1, digits.length + exponent)
  return { whole, fraction: Math.max(0, -exponent) }
}

/** Digits without leading zeros and the power of ten that they are multiplied with. */
function partsOf(value: number): { digits: string; exponent: number } {
  const [mantissa = '0', power = '0'] = `${value}`.split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  return { digits, exponent: Number(power) - fraction.length }
}

/**
 * `value × 10^places`, exactly, rounded down or up to a whole number; with `strict` to the next one
 * beyond it. Amounts of more than 15 digits become ± Infinity.
 */
export function scaled(value: number, places: number, round: 'down' | 'up', strict: boolean) {
  if (!Number.isFinite(value)) return value
  const { digits, exponent } = partsOf(Math.abs(value))
  const shift = exponent + places
  if (digits === '') return strictly(0, true, round, strict)
  if (digits.length + shift > 15) return value < 0 ? -Infinity : Infinity
  const kept = shift >= 0 ? `${digits}${'0'.repeat(shift)}` : digits.slice(0, shift)
  const isExact = shift >= 0 || /^0*$/.test(digits.slice(shift))
  const toZero = value < 0 ? -Number(kept || 0) : Number(kept || 0)
  const towards = value < 0 ? 'down' : 'up'
  if (isExact) return strictly(toZero, true, round, strict)
  return towards === round
    ? strictly(toZero + (round === 'up' ? 1 : -1), false, round, strict)
    : toZero
}

function strictly(value: number, exact: boolean, round: 'down' | 'up', strict: boolean): number {
  if (!strict || !exact) return value + 0
  return round === 'up' ? value + 1 : value - 1
}
