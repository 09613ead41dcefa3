import type { Interval } from '../measures.ts'

/** Where a re-run most likely leaves the recorded text. */
export interface Fork {
  /** 0-based position of the first token that differs. */
  position: number
  /** The probability that it happens there: the text is followed up to it, and left at it. */
  probability: Interval
  /** Whether no other position can be likelier, whatever the unseen tokens are. */
  certain: boolean
}

/**
 * The chance that a re-run follows a recorded text, as it grows: fed with the interval of the chosen
 * token's probability q at one position after the other. P(follow up to i) = Π_{j<i} q_j, and the run
 * leaves at i with P(follow up to i) (1 − q_i). Sums of logarithms, since products vanish below e^−745.
 */
export class ForkForecast {
  #lower = new Float64Array(64)
  #upper = new Float64Array(64)
  #length = 0
  #followLower = 0
  #followUpper = 0
  #best: Fork | undefined
  /** The largest upper bound of any other position. */
  #rival = 0

  /** How many positions it was fed with. */
  get length(): number {
    return this.#length
  }

  /** Takes in the next position; where nothing is known of it, the interval is 0 to 1. */
  push(lower: number, upper: number): void {
    const leave = {
      lower: Math.exp(this.#followLower) * Math.max(0, 1 - upper),
      upper: Math.exp(this.#followUpper) * Math.max(0, 1 - lower),
    }
    this.#consider(leave)
    this.#followLower += Math.log(lower)
    this.#followUpper += Math.min(0, Math.log(upper))
    this.#keep(this.#followLower, this.#followUpper)
  }

  /**
   * The natural logarithm of the probability that a re-run follows the text through `count` tokens, 0
   * to `length`; −∞ where it may be 0.
   */
  followed(count: number): Interval {
    if (count <= 0) return { lower: 0, upper: 0 }
    const at = Math.min(count, this.#length) - 1
    return { lower: this.#lower[at] ?? 0, upper: this.#upper[at] ?? 0 }
  }

  /**
   * The position at which the re-run most likely leaves: the one whose lower bound is the largest, and
   * of equal ones the one with the larger upper bound. Nothing where it cannot leave at all.
   */
  fork(): Fork | undefined {
    if (!this.#best || this.#best.probability.upper === 0) return undefined
    return { ...this.#best, certain: this.#best.probability.lower >= this.#rival }
  }

  #consider(probability: Interval): void {
    const best = this.#best?.probability
    const wins =
      !best ||
      probability.lower > best.lower ||
      (probability.lower === best.lower && probability.upper > best.upper)
    this.#rival = Math.max(this.#rival, (wins ? best?.upper : probability.upper) ?? 0)
    if (wins) this.#best = { position: this.#length, probability, certain: false }
  }

  #keep(lower: number, upper: number): void {
    if (this.#length === this.#lower.length) {
      this.#lower = doubled(this.#lower)
      this.#upper = doubled(this.#upper)
    }
    this.#lower[this.#length] = lower
    this.#upper[this.#length] = upper
    this.#length += 1
  }
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2)
  larger.set(column)
  return larger
}
