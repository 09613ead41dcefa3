import { isGraphemeStart } from './graphemes.ts'

/** A stretch of the shown text and the tokens that it comes from. */
export interface Segment {
  /** UTF-16 range in the content; empty for a token that left no trace there. */
  start: number
  end: number
  /** 0-based tokens from `first` to `last`; both −1 for text that no token accounts for. */
  first: number
  last: number
  /** Whether the tokens' own bytes say something else than the content does here. */
  mismatch: boolean
}

/** Text of the content that no token accounts for. */
export function untold(start: number, end: number, mismatch: boolean): Segment {
  return { start, end, first: -1, last: -1, mismatch }
}

/** What segments are laid on, one after the other. */
export interface SegmentStack {
  push(segment: Segment): void
  pop(): Segment | undefined
}

/** Adds a segment; one that begins within a grapheme becomes one with those that the grapheme is in. */
export function addSegment(list: SegmentStack, segment: Segment, content: string): void {
  let whole = segment
  while (!isGraphemeStart(content, whole.start)) {
    const before = list.pop()
    if (!before) break
    whole = joined(before, whole)
  }
  list.push(whole)
}

function joined(a: Segment, b: Segment): Segment {
  return {
    start: a.start,
    end: b.end,
    first: a.first < 0 ? b.first : a.first,
    last: b.last < 0 ? a.last : b.last,
    mismatch: a.mismatch || b.mismatch,
  }
}

/** Segments in columns, 17 bytes each; together they cover a text from its start. */
export class SegmentColumns implements SegmentStack {
  #length = 0
  #ends = new Uint32Array(64)
  /** 1 + the 0-based first token; 0 where there is none. */
  #firsts = new Uint32Array(64)
  /** How many tokens are laid up to and with this segment; never falls. */
  #tokens = new Uint32Array(64)
  #mismatches = new Uint8Array(64)
  /** In how many places tokens and content differ, up to and with this segment. */
  #places = new Uint32Array(64)

  get length(): number {
    return this.#length
  }

  push({ end, first, last, mismatch }: Segment): void {
    const at = this.#length
    if (at === this.#ends.length) this.#grow()
    const before = this.tokensUntil(at - 1)
    this.#tokens[at] = last >= before ? last + 1 : before
    this.#ends[at] = end
    this.#firsts[at] = first + 1
    this.#mismatches[at] = mismatch ? 1 : 0
    const isNew = mismatch && (at === 0 || this.#mismatches[at - 1] === 0)
    this.#places[at] = this.placesUntil(at - 1) + (isNew ? 1 : 0)
    this.#length = at + 1
  }

  pop(): Segment | undefined {
    const last = this.at(this.#length - 1)
    this.#length = Math.max(0, this.#length - 1)
    return last
  }

  /** A 0-based segment; nothing where there is none. */
  at(index: number): Segment | undefined {
    if (index < 0 || index >= this.#length) return undefined
    const first = (this.#firsts[index] ?? 0) - 1
    return {
      start: this.endOf(index - 1),
      end: this.endOf(index),
      first,
      last: first < 0 ? -1 : this.tokensUntil(index) - 1,
      mismatch: this.#mismatches[index] === 1,
    }
  }

  /** The UTF-16 end of a 0-based segment; 0 before the first. */
  endOf(index: number): number {
    return index < 0 ? 0 : (this.#ends[index] ?? 0)
  }

  /** How many tokens are laid up to and with a 0-based segment. */
  tokensUntil(index: number): number {
    return index < 0 ? 0 : (this.#tokens[index] ?? 0)
  }

  /** In how many places tokens and content differ, up to and with a 0-based segment. */
  placesUntil(index: number): number {
    return index < 0 ? 0 : (this.#places[index] ?? 0)
  }

  /** Doubles the room, so that adding is O(1). */
  #grow(): void {
    this.#ends = doubled(this.#ends)
    this.#firsts = doubled(this.#firsts)
    this.#tokens = doubled(this.#tokens)
    this.#places = doubled(this.#places)
    const mismatches = new Uint8Array(this.#mismatches.length * 2)
    mismatches.set(this.#mismatches)
    this.#mismatches = mismatches
  }
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2)
  larger.set(values)
  return larger
}
