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

/** Adds a segment; one that begins within a grapheme becomes one with those that the grapheme is in. */
export function addSegment(list: Segment[], segment: Segment, content: string): void {
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
