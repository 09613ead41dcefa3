import type { Span } from './decimal.ts'
import type { Leaf } from './leaf.ts'

/** Which numbers may be written. */
export interface NumberShape {
  /** Digits after the point, at most; 0 for integers. */
  places: number
  /** Digits before the point, at most. */
  digits: number
  /** The bounds, in units of 10^−places. */
  span: Span
  /** The number must be a multiple of this, in the same units. */
  multiple: number
}

/** What was written so far: the value of its digits, and how many stand before and after the point. */
interface Prefix {
  negative: boolean
  value: number
  whole: number
  /** −1 before the point. */
  fraction: number
}

const minus = 0x2d
const point = 0x2e

/**
 * A number in plain decimal notation, no exponent, at most 15 digits: so many keep apart as doubles.
 * A digit may follow only where some number within the bounds begins so. Prefixes that the bounds do
 * not tell apart are one state, so that there are few. Undefined where no number fits.
 */
export function createNumberLeaf(shape: NumberShape): Leaf | undefined {
  const prefixes: Prefix[] = []
  const numbers = new Map<string, number>()
  const known = new Map<number, number>()

  function numberOf(prefix: Prefix): number {
    const outcome = describe(shape, prefix)
    if (outcome === undefined) return -1
    const found = numbers.get(outcome)
    if (found !== undefined) return found
    numbers.set(outcome, prefixes.length)
    return prefixes.push(prefix) - 1
  }

  function step(state: number, byte: number): number {
    const key = state * 256 + byte
    const found = known.get(key)
    if (found !== undefined) return found
    const prefix = prefixes[state]
    const next = prefix && extended(shape, prefix, byte)
    const to = next ? numberOf(next) : -1
    known.set(key, to)
    return to
  }

  const start = numberOf({ negative: false, value: 0, whole: 0, fraction: -1 })
  if (start < 0) return undefined
  const accepts = (state: number) => {
    const prefix = prefixes[state]
    return prefix !== undefined && isNumber(shape, prefix)
  }
  const isOver = (state: number) => nextBytes.every((byte) => step(state, byte) < 0)
  const name = JSON.stringify(shape)
  const leaf = { kind: 'number', name, start, step, accepts, isOver, keyOf: identity } as const
  return { ...leaf, shortest: shortestFrom(leaf) }
}

const nextBytes = [minus, point, ...Array.from({ length: 10 }, (_, digit) => 0x30 + digit)]

function identity(state: number): number {
  return state
}

function shortestFrom({ start, step, accepts }: Pick<Leaf, 'start' | 'step' | 'accepts'>): number {
  let states = [start]
  for (let length = 0; states.length > 0; length++) {
    if (states.some(accepts)) return length
    const next = states.flatMap((state) => nextBytes.map((byte) => step(state, byte)))
    states = [...new Set(next)].filter((state) => state >= 0)
  }
  return Infinity
}

/** The prefix with one more byte, where the notation allows it, whatever the bounds. */
function extended(shape: NumberShape, prefix: Prefix, byte: number): Prefix | undefined {
  const { negative, value, whole, fraction } = prefix
  if (byte === minus) return whole === 0 && !negative ? { ...prefix, negative: true } : undefined
  if (byte === point) {
    return whole > 0 && fraction < 0 && shape.places > 0 ? { ...prefix, fraction: 0 } : undefined
  }
  if (byte < 0x30 || byte > 0x39) return undefined
  const next = { negative, value: value * 10 + byte - 0x30, whole, fraction }
  if (fraction >= 0)
    return fraction < shape.places ? { ...next, fraction: fraction + 1 } : undefined
  const leadingZero = whole > 0 && value === 0
  return leadingZero || whole >= shape.digits ? undefined : { ...next, whole: whole + 1 }
}

/** The bounds for the digits alone; a negative number is never 0. */
function magnitudes({ span }: NumberShape, negative: boolean): Span {
  if (!negative) return { low: Math.max(0, span.low), high: span.high }
  return { low: Math.max(1, -span.high), high: -span.low }
}

function isNumber(shape: NumberShape, { negative, value, whole, fraction }: Prefix): boolean {
  if (whole === 0 || fraction === 0) return false
  const { low, high } = magnitudes(shape, negative)
  const units = value * 10 ** (shape.places - Math.max(0, fraction))
  return low <= units && units <= high && units % shape.multiple === 0
}

/** For each number of digits that may still come: all values from `low` to `high`, in units. */
function reachable({ places, digits }: NumberShape, { value, whole, fraction }: Prefix): Span[] {
  if (fraction >= 0) {
    const unit = 10 ** (places - fraction)
    return [{ low: value * unit, high: value * unit + (unit - 1) }]
  }
  const more = whole > 0 && value === 0 ? 0 : digits - whole
  return Array.from({ length: more + 1 }, (_, count) => {
    const unit = 10 ** (count + places)
    return { low: value * unit, high: value * unit + (unit - 1) }
  })
}

/** A name for the state: equal for prefixes with the same future. Undefined where there is none. */
function describe(shape: NumberShape, prefix: Prefix): string | undefined {
  const sides = prefix.whole === 0 && !prefix.negative ? [false, true] : [prefix.negative]
  const spans = reachable(shape, prefix)
  const outcomes = sides.flatMap((side) => spans.map((one) => compare(shape, side, one)))
  if (outcomes.every((outcome) => outcome === 'out')) return undefined
  const { negative, value, whole, fraction } = prefix
  const place = [negative, whole, fraction, value === 0].join()
  const exact = outcomes.includes('part') ? value : `${value % shape.multiple}m`
  return `${place} ${exact} ${outcomes.join()}`
}

/** Whether all, some or none of the values lie within the bounds; `out` also where no multiple does. */
function compare(
  shape: NumberShape,
  negative: boolean,
  { low, high }: Span,
): 'in' | 'part' | 'out' {
  const bounds = magnitudes(shape, negative)
  const from = Math.max(low, bounds.low)
  const to = Math.min(high, bounds.high)
  if (from > to || Math.floor(to / shape.multiple) * shape.multiple < from) return 'out'
  return from === low && to === high ? 'in' : 'part'
}
