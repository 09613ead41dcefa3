import { meetAhead, meetAtEnd, textOf, type Meeting } from './meeting.ts'
import { SegmentView } from './segment-view.ts'
import { addSegment, SegmentColumns, untold, type Segment, type SegmentStack } from './segments.ts'
import type { TokenStore } from './token-store.ts'
import { TokenUnits, type TokenUnit } from './token-units.ts'

export { visibleToken } from './visible-token.ts'

/** Most tokens in a row that are looked for once content and tokens have parted. */
const mostLost = 16

/** How far tokens may be ahead of a content that they differ from, in UTF-16 units. */
const furthestAhead = 64

/** What a decoder writes where a character's bytes are not complete. */
const replacement = '\ufffd'

/**
 * Lays tokens over content, byte for byte. A character (grapheme) that is split over several tokens
 * is one segment of them all. Where the tokens say something else the content wins, and the segments
 * say so, until both agree again. Works forward only, so a growing reply costs what it grows.
 */
export class TokenText {
  readonly #units: TokenUnits
  readonly #laid = new SegmentColumns()
  /** UTF-16 end of the content that `#laid` covers. */
  #position = 0
  /** Units that the content does not go on with; empty while both agree. */
  #lost: TokenUnit[] = []

  constructor(store: TokenStore) {
    this.#units = new TokenUnits(store)
  }

  /**
   * The segments of `content`, in order; together they cover all of it. `content` is the same as
   * before or longer. Segments stay as they are, save for the last few.
   */
  segments(content: string): SegmentView {
    for (let unit = this.#units.peek(); unit; unit = this.#units.peek()) {
      if (!this.#take(unit, content)) break
      this.#units.skip()
    }
    const complete = this.#position === content.length && this.#lost.length === 0
    return complete ? new SegmentView(this.#laid) : this.#withTail(content)
  }

  /** Says whether the unit is dealt with; one whose content has not arrived yet waits for it. */
  #take(unit: TokenUnit, content: string): boolean {
    if (this.#lost.length > 0) return this.#search(unit, content)
    if (content.startsWith(unit.text, this.#position)) {
      this.#position = lay(this.#laid, unit, this.#position, content)
      return true
    }
    const there = content.slice(this.#position, this.#position + unit.text.length)
    const waits = unit.text.startsWith(there)
    if (!waits) this.#lost = [unit]
    return !waits
  }

  #search(unit: TokenUnit, content: string): boolean {
    const units = [...this.#lost, unit]
    const meeting = meetAhead(units, content, this.#position)
    if (meeting) {
      this.#position = settle(this.#laid, units, meeting, this.#position, content)
      this.#lost = []
      return true
    }
    const ahead = this.#position + textOf(units).length - content.length
    if (ahead > furthestAhead) return false
    for (const gone of units.splice(0, units.length - mostLost)) {
      addSegment(this.#laid, gap(gone, this.#position), content)
    }
    this.#lost = units
    return true
  }

  /** With what can only be said for now: units that wait or are lost, and content beyond them. */
  #withTail(content: string): SegmentView {
    const list = new SegmentView(this.#laid)
    if (this.#lost.length > 0) {
      const end = settle(list, this.#lost, this.#meeting(content), this.#position, content)
      if (end < content.length) addSegment(list, untold(end, content.length, false), content)
      return list
    }
    const waiting = this.#units.peek()
    const rest = untold(this.#position, content.length, false)
    addSegment(
      list,
      waiting ? { ...rest, first: waiting.first, last: waiting.last } : rest,
      content,
    )
    return list
  }

  /** Where the lost units would go if nothing else came. */
  #meeting(content: string): Meeting {
    return (
      meetAhead(this.#lost, content, this.#position) ??
      meetAtEnd(this.#lost, content, this.#position) ?? {
        from: this.#lost.length,
        at: content.length,
      }
    )
  }
}

/** Lays a unit at a place; gives the place after it. */
function lay(list: SegmentStack, { text, first, last }: TokenUnit, at: number, content: string) {
  const end = at + text.length
  addSegment(list, { start: at, end, first, last, mismatch: false }, content)
  return end
}

/** Lays lost units up to and from where they meet the content again; gives the place after them. */
function settle(
  list: SegmentStack,
  units: readonly TokenUnit[],
  meeting: Meeting,
  position: number,
  content: string,
): number {
  const lost = units.slice(0, meeting.from)
  for (const segment of differing(lost, position, meeting.at)) addSegment(list, segment, content)
  return units.slice(meeting.from).reduce((at, unit) => lay(list, unit, at, content), meeting.at)
}

/**
 * The content from `start` to `end` in place of lost units. Units of half characters, whose bytes
 * a server replaced before it sent them, are what the content shows whole; others left no trace.
 */
function differing(lost: readonly TokenUnit[], start: number, end: number): Segment[] {
  const [first, last] = [lost[0]?.first ?? -1, lost.at(-1)?.last ?? -1]
  const halves = lost.length > 0 && lost.every(({ text }) => text.includes(replacement))
  if (halves && end > start) return [{ start, end, first, last, mismatch: true }]
  const rest = end > start ? [untold(start, end, true)] : []
  return [...lost.map((unit) => gap(unit, start)), ...rest]
}

/** The empty segment of a token that the content does not contain. */
function gap({ first, last }: TokenUnit, at: number): Segment {
  return { start: at, end: at, first, last, mismatch: true }
}
