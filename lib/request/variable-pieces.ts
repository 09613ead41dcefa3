import { inBraces } from './variables.ts'

/** A stretch of a text: as it stands, or a name in braces with the value that takes its place. */
export interface FilledPiece {
  /** What is sent of it. */
  text: string
  /** The variable that it stands for. */
  name?: string
  /** Whether that variable has a value. */
  filled?: boolean
}

/** A text cut at its variables, each with its value; put together it is the filled text. */
export function filledPieces(
  text: string,
  values: Readonly<Record<string, string>>,
): FilledPiece[] {
  const pieces: FilledPiece[] = []
  let at = 0
  for (const { 0: written, 1: name = '', index } of text.matchAll(inBraces)) {
    if (index > at) pieces.push({ text: text.slice(at, index) })
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    pieces.push({ text: value ?? written, name, filled: value !== undefined })
    at = index + written.length
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces
}

/** A text with another name in the braces of one variable; values are not touched. */
export function withRenamed(text: string, from: string, to: string): string {
  return text.replaceAll(inBraces, (written: string, name: string) =>
    name === from ? written.replace(from, () => to) : written,
  )
}
