import type { UnlistedAdditions } from './sampler.ts'

/** How far the sum of recorded probabilities can be off: models compute in single precision. */
const precision = 1e-6

/**
 * The tokens that a record does not name, known only as a crowd: how much they weigh together, how
 * much one of them weighs at most, and how many they are. All weights as natural logarithms, so that
 * extreme temperatures neither overflow nor vanish.
 */
export class Tail {
  /** What they weigh together, at least and at most. */
  low = -Infinity
  high = -Infinity
  /** What one of them weighs at most. */
  most = -Infinity
  /** At most how many they are. */
  count = 0
  /** Whether an addition can have lifted one of them over its place in the record. */
  raised = false
  /** How far the mass is off by rounding, on the scale of the record; 0 once that is in the bounds. */
  #slack = 0

  /** Starts from a record: the mass (0 to 1) that it leaves, and a bound in nats for one token. */
  start(mass: number, bound: number, count: number): void {
    const some = count > 0
    this.count = some ? count : 0
    this.low = some ? Math.log(mass) : -Infinity
    this.high = this.low
    this.most = some ? Math.min(bound, Math.log(mass + precision)) : -Infinity
    this.raised = false
    this.#slack = some ? precision : 0
    this.#fit()
  }

  /** Whether no such token is left. */
  get empty(): boolean {
    return this.count === 0 || this.most === -Infinity
  }

  /** How many can weigh as much as this (a logarithm) or more. */
  reaching(weight: number): number {
    const mass = Math.exp(logSum(this.high, Math.log(this.#slack)) - weight)
    return Math.min(this.count, Math.floor(mass * (1 + precision)))
  }

  /** Removes all. */
  clear(): void {
    this.count = 0
    this.low = -Infinity
    this.high = -Infinity
    this.most = -Infinity
  }

  /** Narrows what they weigh together. */
  narrow(low: number, high: number): void {
    this.high = Math.min(this.high, high)
    this.low = Math.min(Math.max(this.low, low), this.high)
  }

  /** Gives up the lower bound, as when any of them may have gone; at most `count` stay. */
  thin(count: number): void {
    this.low = -Infinity
    this.count = Math.min(this.count, count)
    this.#fit()
  }

  /**
   * Raises every weight to a power, as a temperature does. Σ w^γ of a given Σ w is convex in the
   * weights for γ > 1 and concave for γ < 1, so it lies between that of an even spread and that of as
   * few tokens as can hold the mass.
   */
  raise(power: number): void {
    if (power === 1 || this.empty) return
    this.#spend()
    const [least, greatest] = power > 1 ? [spread, packed] : [packed, spread]
    const crowd = { most: this.most, count: this.count, power }
    this.low = least(this.low, crowd)
    this.high = greatest(this.high, crowd)
    this.most *= power
    this.low = Math.min(this.low, this.high)
  }

  /** Adds to logits that are already multiplied by `scale`. */
  add(scale: number, { raised, highest, lowered, lowest }: UnlistedAdditions): void {
    if (this.empty) return
    const one = Math.min(this.most, logSum(this.high, Math.log(this.#slack)))
    if (lowered > 0 && lowest < 0) {
      const lost = lowered * -Math.expm1(scale * lowest) * Math.exp(one - this.low)
      const all = this.low + scale * lowest
      this.low = lost < 1 ? Math.max(all, this.low + Math.log1p(-lost)) : all
    }
    if (raised > 0 && highest > 0) {
      const gained = Math.log(raised) + one + logExpm1(scale * highest)
      this.high = Math.min(
        logSum(this.high, Math.log(this.#slack)) + scale * highest,
        logSum(this.high, gained),
      )
      this.most += scale * highest
      this.raised = true
    }
  }

  /** Takes the rounding of the record into the bounds. */
  #spend(): void {
    if (this.#slack === 0) return
    this.low = Math.log(Math.max(0, Math.exp(this.low) - this.#slack))
    this.high = logSum(this.high, Math.log(this.#slack))
    this.#slack = 0
    this.#fit()
  }

  /** Together they weigh no more than all of them at the most. */
  #fit(): void {
    this.high = Math.min(this.high, this.most + Math.log(this.count))
    this.low = Math.min(this.low, this.high)
  }
}

interface Crowd {
  most: number
  count: number
  power: number
}

/** The logarithm of n m^γ + ρ^γ: a mass in as few tokens of at most m as can hold it. */
function packed(mass: number, { most, power }: Crowd): number {
  if (mass === -Infinity) return mass
  const tokens = Math.exp(mass - most)
  const full = Math.floor(tokens)
  return power * most + Math.log(full + (tokens - full) ** power)
}

/** The logarithm of N (mass / N)^γ: a mass spread evenly over N tokens. */
function spread(mass: number, { count, power }: Crowd): number {
  return mass === -Infinity ? mass : power * mass + (1 - power) * Math.log(count)
}

function logSum(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a]
  return less === -Infinity ? more : more + Math.log1p(Math.exp(less - more))
}

/** ln(e^x − 1) for x > 0. */
function logExpm1(x: number): number {
  return x > 36 ? x : Math.log(Math.expm1(x))
}
