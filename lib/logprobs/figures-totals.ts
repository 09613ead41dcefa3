import { Column } from '#lib/reply/column.ts'

/**
 * Sums of a growing list from its beginning to each place, so that the sum of any stretch costs one
 * subtraction. What rounding loses is summed apart (Neumaier 1974), so that a stretch of small
 * numbers stays exact behind large ones.
 */
export class RunningTotal {
  readonly #sums = new Column('real')
  readonly #lost = new Column('real')

  constructor() {
    this.#sums.push(0)
    this.#lost.push(0)
  }

  /** Adds a number at the end. */
  push(value: number): void {
    const last = this.#sums.length - 1
    const before = this.#sums.at(last)
    const sum = before + value
    const larger = Math.abs(before) >= Math.abs(value)
    const lost = larger ? before - sum + value : value - sum + before
    this.#sums.push(sum)
    this.#lost.push(this.#lost.at(last) + lost)
  }

  /** The sum of the numbers from `from` up to `to`, 0-based. */
  between(from: number, to: number): number {
    const lost = this.#lost.at(to) - this.#lost.at(from)
    return this.#sums.at(to) - this.#sums.at(from) + lost
  }
}

/** How many of something a growing list holds, for any stretch of it. */
export class RunningCount {
  readonly #counts = new Column('id')

  constructor() {
    this.#counts.push(0)
  }

  /** Adds a place that holds `count` of them, a whole number from 0. */
  push(count: number): void {
    this.#counts.push(this.#counts.at(this.#counts.length - 1) + count)
  }

  /** How many there are from `from` up to `to`, 0-based. */
  between(from: number, to: number): number {
    return this.#counts.at(to) - this.#counts.at(from)
  }
}
