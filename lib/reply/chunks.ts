import { Column } from './column.ts'
import { isGraphemeStart } from './graphemes.ts'
import type { SegmentView } from './segment-view.ts'

/** A chunk ends with the line in which it reaches one of these: segments, or UTF-16 units. */
const full = { segments: 200, units: 1200 }

/** A line without an end is cut where it reaches one of these. */
const longest = { segments: 1000, units: 6000 }

/** How far after that a blank is looked for, in UTF-16 units. */
const blankWithin = 400

/**
 * Cuts a growing text into chunks of whole lines, about 200 segments each, so that a page can lay
 * out and paint them apart from each other. A line that is very long is cut after a blank. What was
 * cut stays cut: a chunk never changes once another follows it.
 */
export class Chunks {
  readonly #starts = new Column('id')
  /** Up to where the text was looked through, in UTF-16 units. */
  #seen = 0
  /** The length of the text. */
  #length = 0

  constructor() {
    this.#starts.push(0)
  }

  /** How many chunks there are; the last one may be empty. */
  get length(): number {
    return this.#starts.length
  }

  /** The UTF-16 place where a 0-based chunk begins. */
  startOf(chunk: number): number {
    return this.#starts.at(chunk)
  }

  /** The UTF-16 place after a 0-based chunk. */
  endOf(chunk: number): number {
    return chunk + 1 < this.length ? this.#starts.at(chunk + 1) : this.#length
  }

  /** The 0-based chunk that holds a UTF-16 place; the last one for places past the end. */
  indexAt(place: number): number {
    let from = 0
    let to = this.length - 1
    while (from < to) {
      const middle = (from + to + 1) >> 1
      if (this.#starts.at(middle) <= place) from = middle
      else to = middle - 1
    }
    return from
  }

  /** Takes in the same text as before, or a longer one, with its segments. */
  extend(text: string, segments: SegmentView): void {
    this.#length = text.length
    while (this.#seen < text.length) {
      const newline = text.indexOf('\n', this.#seen)
      const lineEnd = newline < 0 ? text.length : newline + 1
      const cut = this.#cutIn(text, lineEnd, segments)
      if (cut !== undefined) this.#begin(cut)
      else if (newline >= 0 && this.#reaches(full, lineEnd, segments)) this.#begin(lineEnd)
      else this.#seen = lineEnd
    }
  }

  #begin(place: number): void {
    this.#starts.push(place)
    this.#seen = place
  }

  #reaches(size: typeof full, end: number, segments: SegmentView): boolean {
    return end >= this.#limit(size, segments)
  }

  /** Where the last chunk reaches a size. */
  #limit(size: typeof full, segments: SegmentView): number {
    const start = this.#starts.at(this.length - 1)
    const last = segments.at(segments.indexAt(start) + size.segments - 1)
    return Math.min(start + size.units, last?.end ?? Infinity)
  }

  /** Where a line that makes the last chunk too long is cut; nothing while a blank may come yet. */
  #cutIn(text: string, lineEnd: number, segments: SegmentView): number | undefined {
    const from = Math.max(this.#seen, this.#limit(longest, segments))
    if (from >= lineEnd) return undefined
    const blank = text.indexOf(' ', from)
    if (blank >= 0 && blank < Math.min(lineEnd - 1, from + blankWithin)) return blank + 1
    if (lineEnd - from <= blankWithin) return undefined
    // Segments are whole characters; a long one is cut within.
    const segment = segments.at(segments.indexAt(from))
    if (segment && segment.end < Math.min(lineEnd, from + blankWithin)) return segment.end
    let place = from + 1
    while (!isGraphemeStart(text, place)) place += 1
    return place < lineEnd ? place : undefined
  }
}
