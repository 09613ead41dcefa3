import { isUnknown } from '../scale.ts'
import type { Position } from '../position.ts'
import type { Additions } from './sampler.ts'

/** What the steps so far made of a known token. */
export const removed = 0
export const open = 1
export const kept = 2

/** How near two weights (logarithms) may be before additions leave open which is larger. */
const nearness = 1e-6

/**
 * The known tokens of one position in columns, reused from position to position. Weights are
 * natural logarithms on a scale of their own; `mass` is e^(weight − reference).
 */
export class KnownTokens {
  count = 0
  /** Where the chosen token stands in the columns; −1 where its logprob is unknown. */
  chosenAt = -1
  /** 0-based places in the list; −1 for the chosen token where the list does not hold it. */
  places = new Int32Array(32)
  logprobs = new Float64Array(32)
  added = new Float64Array(32)
  weights = new Float64Array(32)
  masses = new Float64Array(32)
  fates = new Uint8Array(32)
  /** What a step decides, before it takes effect for all at once. */
  verdicts = new Uint8Array(32)
  /** Columns by falling weight, after `rank`. */
  order = new Int32Array(32)
  /** For each place in `order` the range of those that are as heavy, as far as can be told. */
  from = new Int32Array(32)
  to = new Int32Array(32)
  /** Whether any known token is raised or lowered. */
  adjusted = false
  #ranked = false

  /** Takes in a position; sentinels and missing logprobs are no known tokens. */
  load(position: Position, additions: Additions | undefined): void {
    const { listed, chosen, chosenAt } = position
    this.#ensure(listed.length + 1)
    this.count = 0
    this.chosenAt = -1
    this.adjusted = false
    for (let place = 0; place < listed.length; place++) {
      const logprob = listed[place] ?? Number.NaN
      const isChosen = place === chosenAt
      const told = isChosen && !isUnknown(chosen) ? chosen : logprob
      this.#add(told, place, additions?.listed[place] ?? 0, isChosen)
    }
    if (chosenAt < 0) this.#add(chosen, -1, additions?.chosen ?? 0, true)
  }

  /** Sets the weights to `power` times the logprob and `scale` times what is added. */
  weigh(power: number, scale: number): void {
    this.#ranked = false
    for (let at = 0; at < this.count; at++) {
      this.weights[at] = power * number(this.logprobs, at) + scale * number(this.added, at)
      this.fates[at] = kept
    }
  }

  /** Raises every weight to a power, as a temperature does. */
  raise(power: number): void {
    this.#ranked = false
    for (let at = 0; at < this.count; at++) this.weights[at] = power * number(this.weights, at)
  }

  /** The largest weight; −∞ where there is no known token. */
  heaviest(): number {
    let most = -Infinity
    for (let at = 0; at < this.count; at++) most = Math.max(most, number(this.weights, at))
    return most
  }

  /** Computes the masses against a reference weight. */
  measure(reference: number): void {
    for (let at = 0; at < this.count; at++) {
      this.masses[at] = Math.exp(number(this.weights, at) - reference)
    }
  }

  /** Sorts by falling weight and finds which are as heavy as far as can be told. */
  rank(): void {
    if (this.#ranked) return
    this.#ranked = true
    const { order, weights, count } = this
    for (let at = 0; at < count; at++) {
      let place = at
      const weight = number(weights, at)
      while (place > 0 && number(weights, number(order, place - 1)) < weight) {
        order[place] = number(order, place - 1)
        place -= 1
      }
      order[place] = at
    }
    this.#findEquals()
  }

  #findEquals(): void {
    const { order, weights, count } = this
    let from = 0
    let to = 0
    for (let place = 0; place < count; place++) {
      const weight = number(weights, number(order, place))
      const near = this.tolerance(weight)
      while (number(weights, number(order, from)) > weight + near) from += 1
      while (to < count && number(weights, number(order, to)) >= weight - near) to += 1
      this.from[place] = from
      this.to[place] = to
    }
  }

  /** How far a weight must be from this one to count as another. */
  tolerance(weight: number): number {
    return this.adjusted ? nearness * (1 + Math.abs(weight)) : 0
  }

  #add(logprob: number, place: number, added: number, isChosen: boolean): void {
    if (isUnknown(logprob)) return
    const at = this.count
    this.places[at] = place
    // Rounding can put a logprob just above 0.
    this.logprobs[at] = Math.min(0, logprob)
    this.added[at] = added
    if (added !== 0) this.adjusted = true
    if (isChosen) this.chosenAt = at
    this.count += 1
  }

  #ensure(room: number): void {
    if (this.places.length >= room) return
    const size = 2 * room
    for (const column of ['places', 'order', 'from', 'to'] as const) {
      this[column] = new Int32Array(size)
    }
    for (const column of ['logprobs', 'added', 'weights', 'masses'] as const) {
      this[column] = new Float64Array(size)
    }
    this.fates = new Uint8Array(size)
    this.verdicts = new Uint8Array(size)
  }
}

/** A number of a column; the index is always inside. */
export function number(column: Float64Array | Int32Array | Uint8Array, index: number): number {
  return column[index] ?? 0
}
