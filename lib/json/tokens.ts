import { endOfCurlyString, isCurlyQuote } from './curly-quotes.ts'
import { endOfLine, isLineBreak } from './lines.ts'

/** A piece of JSON-like text; punctuation has itself as its kind. */
export interface Token {
  kind:
    | '{'
    | '}'
    | '['
    | ']'
    | ','
    | ':'
    | 'string'
    | 'curly'
    | 'comment'
    | 'space'
    | 'odd space'
    | 'word'
  /** 0-based, in UTF-16 units. */
  offset: number
  /** Where the piece ends, exclusive. */
  end: number
}

/** White space that people's tools put into JSON and that JSON does not know. */
const oddSpace = /[\v\f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/

/** Cuts a text into tokens without gaps; never fails, whatever the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let offset = 0; offset < text.length;) {
    const token = tokenAt(text, offset)
    tokens.push(token)
    offset = token.end
  }
  return tokens
}

function tokenAt(text: string, offset: number): Token {
  const first = text.charAt(offset)
  if (isPunctuation(first)) return { kind: first, offset, end: offset + 1 }
  if (first === '"') return { kind: 'string', offset, end: endOfString(text, offset) }
  if (isCurlyQuote(first)) return { kind: 'curly', offset, end: endOfCurlyString(text, offset) }
  if (isSpace(first)) return { kind: 'space', offset, end: endOfRun(text, offset, isSpace) }
  if (oddSpace.test(first)) return { kind: 'odd space', offset, end: offset + 1 }
  if (text.startsWith('//', offset))
    return { kind: 'comment', offset, end: endOfLine(text, offset) }
  if (text.startsWith('/*', offset))
    return { kind: 'comment', offset, end: endOfBlock(text, offset) }
  return { kind: 'word', offset, end: endOfRun(text, offset, isWord) }
}

function isPunctuation(character: string): character is '{' | '}' | '[' | ']' | ',' | ':' {
  return character !== '' && '{}[],:'.includes(character)
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || isLineBreak(character)
}

function isWord(character: string): boolean {
  return !/[\s{}[\],:"/]/.test(character) && !isCurlyQuote(character) && !oddSpace.test(character)
}

/** The first piece always counts, so that every token has a length. */
function endOfRun(text: string, offset: number, belongs: (character: string) => boolean): number {
  let end = offset + 1
  while (end < text.length && belongs(text.charAt(end))) end++
  return end
}

/** An unfinished string ends with its line. */
function endOfString(text: string, offset: number): number {
  for (let at = offset + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '"') return at + 1
    else if (isLineBreak(character)) return at
  }
  return text.length
}

function endOfBlock(text: string, offset: number): number {
  const close = text.indexOf('*/', offset + 2)
  return close === -1 ? text.length : close + 2
}
