/** A set of code points: disjoint ranges, both ends inside, ascending. */
export type CodeSet = readonly (readonly [first: number, last: number])[]

/**
 * What a string may hold: every Unicode scalar value that JSON can write as itself, and the control
 * characters that have an escape of two characters. Other control characters and surrogates are left
 * out, so that each string has one spelling.
 */
export const writable: CodeSet = [
  [0x08, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0xd7ff],
  [0xe000, 0x10ffff],
]

/** Sorts ranges and joins those that touch. */
export function union(...sets: readonly CodeSet[]): CodeSet {
  const joined: [number, number][] = []
  for (const [first, last] of sets.flat().toSorted((a, b) => a[0] - b[0])) {
    const before = joined.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** All code points that are not in the set. */
export function complement(set: CodeSet): CodeSet {
  const gaps: [number, number][] = []
  let next = 0
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1])
    next = last + 1
  }
  if (next <= 0x10ffff) gaps.push([next, 0x10ffff])
  return gaps
}

/** Whether a code point is in the set. */
export function holds(set: CodeSet, code: number): boolean {
  return set.some(([first, last]) => first <= code && code <= last)
}

/** `\d`: the ASCII digits. */
export const digits: CodeSet = [[0x30, 0x39]]

/** `\w`: ASCII letters, digits and the underscore. */
export const wordCharacters: CodeSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]

/** `\s`: white space and line ends, as ECMAScript has them. */
export const spaces: CodeSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]

/** `.`: everything but line ends. */
export const dot: CodeSet = complement([
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
])
