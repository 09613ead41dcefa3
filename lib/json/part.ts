import { readDocument } from './document.ts'
import { locate } from './places.ts'

type Path = readonly (string | number)[]

/** The text of one value alone, its lines moved to the left edge; undefined where there is none. */
export function partText(text: string, path: Path): string | undefined {
  const place = locate(text, path)
  if (!place) return undefined
  const indent = indentAt(text, place.offset)
  return text
    .slice(place.offset, place.offset + place.length)
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n')
}

/**
 * The text with that of one value replaced as it stands, its lines moved to where the value is; comments
 * around the new value are left out. It may also be a text that cannot be read. Where there is no such
 * value nothing changes.
 */
export function withPartText(text: string, path: Path, part: string): string {
  const place = locate(text, path)
  if (!place) return text
  const indent = indentAt(text, place.offset)
  const moved = valueIn(part).split('\n').join(`\n${indent}`)
  return text.slice(0, place.offset) + moved + text.slice(place.offset + place.length)
}

/** A line comment after the value would hide what follows it in the text. */
function valueIn(part: string): string {
  const { tree, syntax, place } = readDocument(part)
  if (!tree || syntax.length > 0) return part
  const { offset, length } = place(tree.offset, tree.length)
  return part.slice(offset, offset + length)
}

/** The blanks that begin the line of a place. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}
