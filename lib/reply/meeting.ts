import type { TokenUnit } from './token-units.ts'

/** Where lost units and the content agree again. */
export interface Meeting {
  /** 0-based: the first of the units that is found, and all after it with it. */
  from: number
  /** UTF-16 place in the content. */
  at: number
}

/** How far ahead of the place where they parted the content is searched, in UTF-16 units. */
const furthest = 200

/** Fewest characters, blanks at the ends apart, that are no coincidence so far ahead. */
function enough(distance: number): number {
  return Math.max(4, distance / 4)
}

/**
 * Finds the last units, as many as possible, in the content after a place. Too short a text turns
 * up anywhere, the more so far ahead; it has to wait for the units after it.
 */
export function meetAhead(
  units: readonly TokenUnit[],
  content: string,
  position: number,
): Meeting | undefined {
  return meet(units, (text) => {
    const distance = content.slice(position, position + furthest + text.length).indexOf(text)
    return distance < 0 || text.trim().length < enough(distance) ? -1 : position + distance
  })
}

/** Finds the last units, as many as possible, at the very end of the content. */
export function meetAtEnd(
  units: readonly TokenUnit[],
  content: string,
  position: number,
): Meeting | undefined {
  return meet(units, (text) => {
    const at = content.length - text.length
    return text !== '' && at >= position && content.endsWith(text) ? at : -1
  })
}

function meet(units: readonly TokenUnit[], place: (text: string) => number): Meeting | undefined {
  for (let from = 0; from < units.length; from += 1) {
    const at = place(textOf(units.slice(from)))
    if (at >= 0) return { from, at }
  }
  return undefined
}

/** The text of several units. */
export function textOf(units: readonly TokenUnit[]): string {
  return units.map(({ text }) => text).join('')
}
