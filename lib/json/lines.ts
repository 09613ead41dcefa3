/** Where a stretch of text stands: offset and length in UTF-16 units (0-based), line and column 1-based. */
export interface Place {
  offset: number
  length: number
  line: number
  column: number
}

/** Whether a character ends a line of JSON text. */
export function isLineBreak(character: string): boolean {
  return character === '\n' || character === '\r'
}

/** Where the line around an offset ends (exclusive of its line break). */
export function endOfLine(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isLineBreak(text.charAt(end))) end++
  return end
}

/** Places stretches of one text; the lines are counted once. Breaks are \n, \r\n and \r. */
export function placesIn(text: string): (offset: number, length: number) => Place {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n?|\n/g), (found) => found.index + found[0].length),
  ]
  return (offset, length) => {
    const line = lineAt(starts, offset)
    return { offset, length, line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

/** The last line (0-based) that starts at or before the offset, by halving. */
function lineAt(starts: number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
