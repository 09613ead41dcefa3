import type { Segment, SegmentColumns, SegmentStack } from './segments.ts'

/**
 * The segments of a text at one moment: those that are laid for good, and a short tail that the next
 * text may lay anew.
 */
export class SegmentView implements SegmentStack, Iterable<Segment> {
  readonly #laid: SegmentColumns
  /** How many of the laid ones count; the tail has joined the others. */
  #count: number
  readonly #tail: Segment[] = []

  constructor(laid: SegmentColumns) {
    this.#laid = laid
    this.#count = laid.length
  }

  get length(): number {
    return this.#count + this.#tail.length
  }

  push(segment: Segment): void {
    this.#tail.push(segment)
  }

  pop(): Segment | undefined {
    if (this.#tail.length > 0) return this.#tail.pop()
    this.#count = Math.max(0, this.#count - 1)
    return this.#laid.at(this.#count)
  }

  /** A 0-based segment; nothing where there is none. */
  at(index: number): Segment | undefined {
    return index < this.#count ? this.#laid.at(index) : this.#tail[index - this.#count]
  }

  *[Symbol.iterator](): Iterator<Segment> {
    for (let index = 0; index < this.length; index += 1) {
      const segment = this.at(index)
      if (segment) yield segment
    }
  }

  /** The 0-based segment that holds the character at a UTF-16 place; `length` past the end. */
  indexAt(place: number): number {
    return this.#search((index) => this.#endOf(index) > place)
  }

  /** The 0-based segment that holds a 0-based token; `length` where none does yet. */
  indexOf(token: number): number {
    return this.#search((index) => this.#tokensUntil(index) > token)
  }

  /** How many tokens are laid before a 0-based segment. */
  tokensBefore(index: number): number {
    return this.#tokensUntil(Math.min(index, this.length) - 1)
  }

  /** In how many places tokens and content differ. */
  get mismatches(): number {
    let before = this.#laid.at(this.#count - 1)?.mismatch ?? false
    let places = this.#laid.placesUntil(this.#count - 1)
    for (const { mismatch } of this.#tail) {
      if (mismatch && !before) places += 1
      before = mismatch
    }
    return places
  }

  #endOf(index: number): number {
    return index < this.#count ? this.#laid.endOf(index) : (this.at(index)?.end ?? Infinity)
  }

  #tokensUntil(index: number): number {
    for (let place = index; place >= this.#count; place -= 1) {
      const { last = -1 } = this.#tail[place - this.#count] ?? {}
      if (last >= 0) return last + 1
    }
    return this.#laid.tokensUntil(Math.min(index, this.#count - 1))
  }

  /** The first index for which a test that stays true once it is true holds. */
  #search(test: (index: number) => boolean): number {
    let from = 0
    let to = this.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (test(middle)) to = middle
      else from = middle + 1
    }
    return from
  }
}
