import { isCurlyQuote } from './curly-quotes.ts'
import { tokensOf, type Token } from './tokens.ts'

/** What JSON itself does not allow and a reader of pasted JSON should. */
export type Tolerated = 'comment' | 'trailing comma' | 'curly quotes' | 'unusual space'

/** A replacement that brings a text nearer to JSON; offset and length in UTF-16 units. */
export interface Edit {
  kind: Tolerated
  offset: number
  length: number
  insert: string
}

/** Every edit that turns tolerated JSON into JSON, in the order of the text. */
export function tolerancesIn(text: string): Edit[] {
  const tokens = tokensOf(text)
  return [...tokens.flatMap((token) => editsOf(text, token)), ...trailingCommas(tokens)].toSorted(
    (one, other) => one.offset - other.offset,
  )
}

/** Whether the parser needs the edit; it knows comments and trailing commas by itself. */
export function isForParser({ kind }: Edit): boolean {
  return kind === 'curly quotes' || kind === 'unusual space'
}

/** The text with the edits made; they must be in order and must not overlap. */
export function applyEdits(text: string, edits: Edit[]): string {
  let at = 0
  const parts = edits.map(({ offset, length, insert }) => {
    const kept = text.slice(at, offset)
    at = offset + length
    return kept + insert
  })
  return parts.join('') + text.slice(at)
}

/** The offset in the text before the edits that an offset after them stands for. */
export function offsetBefore(edits: Edit[], offset: number): number {
  let grown = 0
  for (const edit of edits) {
    const start = edit.offset + grown
    if (offset < start) break
    if (offset < start + edit.insert.length) return edit.offset
    grown += edit.insert.length - edit.length
  }
  return offset - grown
}

function editsOf(text: string, { kind, offset, end }: Token): Edit[] {
  if (kind === 'curly') return curlyEdits(text, offset, end)
  if (kind === 'odd space') return [{ kind: 'unusual space', offset, length: 1, insert: ' ' }]
  return kind === 'comment' ? [{ kind, offset, length: end - offset, insert: '' }] : []
}

/** Straight delimiters; a straight quote inside becomes content, an escaped curly one an escaped straight one. */
function curlyEdits(text: string, offset: number, end: number): Edit[] {
  const edits: Edit[] = [quoteAt(offset)]
  const closed = end - 1 > offset && isCurlyQuote(text.charAt(end - 1))
  const contentEnd = closed ? end - 1 : end
  for (let at = offset + 1; at < contentEnd; at++) {
    if (text.charAt(at) === '"') edits.push({ ...quoteAt(at), length: 0, insert: '\\' })
    if (text.charAt(at) !== '\\') continue
    at++
    if (at < contentEnd && isCurlyQuote(text.charAt(at))) edits.push(quoteAt(at))
  }
  return closed ? [...edits, quoteAt(end - 1)] : edits
}

function quoteAt(offset: number): Edit {
  return { kind: 'curly quotes', offset, length: 1, insert: '"' }
}

/** A comma that follows a value and that only space and comments part from the closing bracket. */
function trailingCommas(tokens: Token[]): Edit[] {
  const telling = tokens.filter(({ kind }) => !['space', 'odd space', 'comment'].includes(kind))
  return telling.flatMap(({ kind, offset }, index) => {
    const next = telling[index + 1]?.kind
    const previous = telling[index - 1]?.kind
    const trails = kind === ',' && (next === '}' || next === ']') && isValueEnd(previous)
    return trails ? [{ kind: 'trailing comma', offset, length: 1, insert: '' } as const] : []
  })
}

function isValueEnd(kind: Token['kind'] | undefined): boolean {
  return kind !== undefined && !['{', '[', ',', ':'].includes(kind)
}
