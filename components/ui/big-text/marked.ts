import { firstAtLeast } from './matches.ts'

/** A stretch of text; `match` is the 0-based match that it is a part of, where it is one. */
export interface Stretch {
  text: string
  match: number | undefined
}

/** Most matches that are marked in one block. */
const mostMarks = 200

/**
 * Cuts a block of text, which begins at `from`, at the matches in it. Each match is `size` long and
 * may reach into the block or out of it. Beyond 200 matches only `current` is marked.
 */
export function markMatches(
  text: string,
  from: number,
  { starts, size, current }: { starts: readonly number[]; size: number; current: number },
): Stretch[] {
  const first = firstAtLeast(starts, from - size + 1)
  const after = firstAtLeast(starts, from + text.length)
  const stretches: Stretch[] = []
  let at = 0
  for (let match = first; match < after; match += 1) {
    if (match - first >= mostMarks && match !== current) continue
    const start = (starts[match] ?? 0) - from
    const begin = Math.max(0, start)
    const end = Math.min(text.length, start + size)
    if (begin > at) stretches.push({ text: text.slice(at, begin), match: undefined })
    stretches.push({ text: text.slice(begin, end), match })
    at = end
  }
  if (at < text.length) stretches.push({ text: text.slice(at), match: undefined })
  return stretches
}
