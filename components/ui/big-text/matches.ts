import type { TextPieces } from './text-pieces.ts'

/** What is looked for. */
export interface Needle {
  /** Taken literally. */
  text: string
  matchCase: boolean
}

/** Most places that are counted; a single letter is in a long text millions of times. */
export const mostMatches = 1_000_000

/** How many units are searched between two pauses. */
const slab = 262_144

/** What was found so far: where the matches begin, in order, and how far the text was searched. */
export interface Found {
  starts: number[]
  searched: number
}

/**
 * Searches a text on from where `found` ends, and gives back control after each 262,144 units.
 * Matches do not overlap. Stops at the end of the text or at `mostMatches`. Letters are compared
 * one to one where their case does not count, so that a match is as long as the needle.
 */
export function* findMatches(text: TextPieces, needle: Needle, found: Found): Generator<void> {
  const size = needle.text.length
  const pattern = new RegExp(escaped(needle.text), needle.matchCase ? 'g' : 'gi')
  while (found.searched < text.length && found.starts.length < mostMatches) {
    // A match may have begun before the last pause, but not within another.
    const from = Math.max(0, found.searched - size + 1, (found.starts.at(-1) ?? -size) + size)
    const to = Math.min(text.length, found.searched + slab)
    const part = text.slice(from, to)
    pattern.lastIndex = 0
    for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
      if (found.starts.length === mostMatches) return
      found.starts.push(from + match.index)
    }
    found.searched = to
    yield
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}

/** The first place in a sorted list whose value is at least `wanted`; the list's length without one. */
export function firstAtLeast(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
