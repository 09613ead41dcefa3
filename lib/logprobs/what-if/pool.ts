import type { Interval } from '../measures.ts'
import type { Position } from '../position.ts'
import { isUnknown } from '../scale.ts'
import { kept, KnownTokens, number, open } from './known-tokens.ts'
import { vocabularyOf, type Additions, type RecordBasis } from './sampler.ts'
import { Tail } from './tail.ts'

/** How far recorded logprobs and their sums can be off: models compute in single precision. */
const precision = 1e-6

/**
 * What is left of a distribution after some steps of a sampler: the known tokens, the crowd of those
 * not named, and what all that is left weighs together. Linear masses are relative to `reference`.
 */
export class Pool {
  readonly known = new KnownTokens()
  readonly tail = new Tail()
  reference = 0
  /** What the tokens that surely stay weigh, and those that may. */
  keptMass = 0
  openMass = 0
  /** What all that is left weighs, where a step tells more than the sum of the parts. */
  readonly total: Interval = { lower: 0, upper: Infinity }
  /** The smallest logprob that an unlisted token cannot exceed. */
  #bound = 0

  /** Takes in a position with what is added to its logits, both times the powers given. */
  load(position: Position, additions: Additions | undefined, basis: RecordBasis): void {
    const { known, tail } = this
    known.load(position, additions)
    this.#bound = boundOf(position)
    let seen = 0
    for (let at = 0; at < known.count; at++) seen += Math.exp(number(known.logprobs, at))
    const rest = Math.max(0, 1 - seen)
    const others = vocabularyOf(basis) - known.count
    // More than so many tokens can hold: the list is not the top, as under a grammar.
    if (rest > others * Math.exp(this.#bound) + precision) this.#bound = 0
    tail.start(rest, this.#bound, others)
  }

  /** Opens the chain: weights are the recorded probability to a power, times what is added. */
  weigh(power: number, scale: number, additions: Additions | undefined): void {
    this.known.weigh(power, scale)
    this.tail.raise(power)
    if (additions) this.tail.add(scale, additions.unlisted)
    this.measure()
  }

  /** A temperature after a cut: raises all weights to a power. */
  raise(power: number): void {
    const { lower, upper } = this.tailMass()
    this.tail.narrow(Math.log(lower) + this.reference, Math.log(upper) + this.reference)
    this.known.raise(power)
    this.tail.raise(power)
    this.measure()
  }

  /** Computes linear masses anew. */
  measure(): void {
    this.reference = Math.max(this.known.heaviest(), this.tail.high)
    if (this.reference === -Infinity) this.reference = 0
    this.known.measure(this.reference)
    this.free()
    this.sum()
  }

  /** Forgets what is known of the total beside the sum of its parts. */
  free(): void {
    this.total.lower = 0
    this.total.upper = Infinity
  }

  /** Adds up the known tokens by their fate. */
  sum(): void {
    const { masses, fates, count } = this.known
    this.keptMass = 0
    this.openMass = 0
    for (let at = 0; at < count; at++) {
      const fate = number(fates, at)
      if (fate === kept) this.keptMass += number(masses, at)
      else if (fate === open) this.openMass += number(masses, at)
    }
  }

  /** What the unnamed tokens weigh together. */
  tailMass(): Interval {
    const { keptMass, openMass, total, tail } = this
    const low = Math.exp(tail.low - this.reference)
    const high = Math.exp(tail.high - this.reference)
    const upper = Math.max(0, Math.min(high, total.upper - keptMass))
    return { lower: Math.min(upper, Math.max(low, total.lower - keptMass - openMass)), upper }
  }

  /** Whether an unnamed token may stand before this one in order of weight. */
  mayTailPrecede(at: number): boolean {
    const { known, tail } = this
    if (tail.empty) return false
    // Of equal ones the listed stand first, as the list itself says.
    const isTop = number(known.places, at) >= 0 && number(known.logprobs, at) >= this.#bound
    if (isTop && number(known.added, at) === 0 && !tail.raised) return false
    const weight = number(known.weights, at)
    return tail.most > weight - precision * (1 + Math.abs(weight))
  }
}

/**
 * The largest logprob that an unlisted token can have. The list is the top of the distribution, but
 * for the chosen token, which vLLM adds to it wherever it stands. 0 where the list says nothing.
 */
function boundOf({ listed, chosen, chosenAt }: Position): number {
  let bound = Infinity
  for (let place = 0; place < listed.length; place++) {
    if (place === chosenAt) continue
    const logprob = listed[place] ?? Number.NaN
    if (!isUnknown(logprob)) bound = Math.min(bound, logprob)
    else if (!(logprob < -1)) return 0
  }
  // A likelier token outside the list proves that the list is not the top.
  if (bound === Infinity || (chosenAt < 0 && chosen > bound + precision)) return 0
  return Math.min(0, chosenAt < 0 && chosen > bound ? chosen : bound)
}
