import { importLimits } from '../limits.ts'
import { readString, stringStart } from './strings.ts'
import type { Language, Token } from './token.ts'

const blank = /[^\S\n]+/y
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const number =
  /0[xX][\da-fA-F_]+n?|0[oO][0-7_]+n?|0[bB][01_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?[njJ]?/y
const mark = /===|!==|\*\*=?|=>|==|!=|<=|>=|\.\.\.|\?\.|\?\?|&&|\|\||->|:=|[^]/uy

/** Splits a program into tokens; comments and blanks are left out. Ends early at the limit of tokens. */
export function lex(text: string, language: Language): { tokens: Token[]; whole: boolean } {
  const tokens: Token[] = []
  let at = 0
  let newline = true
  while (at < text.length && tokens.length < importLimits.tokens) {
    const past = pastBlank(text, at, language)
    if (past > at) {
      newline ||= text.slice(at, past).includes('\n') && !isContinued(text, at)
      at = past
      continue
    }
    const { token, end } = tokenAt(text, at, language, newline)
    tokens.push(token)
    at = end
    newline = false
  }
  const whole = at >= text.length
  tokens.push({ kind: 'end', text: '', newline: true })
  return { tokens, whole }
}

function isContinued(text: string, at: number): boolean {
  return text.charAt(at) === '\\'
}

/** Where a blank, a line end or a comment that begins at `at` ends; `at` itself where there is none. */
function pastBlank(text: string, at: number, language: Language): number {
  const character = text.charAt(at)
  if (character === '\n') return at + 1
  if (character === '\\' && text.charAt(at + 1) === '\n') return at + 2
  if (language === 'python' && character === '#') return lineEnd(text, at)
  if (language === 'typescript' && text.startsWith('//', at)) return lineEnd(text, at)
  if (language === 'typescript' && text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2)
    return end < 0 ? text.length : end + 2
  }
  return at + lengthOf(blank, text, at)
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function tokenAt(
  text: string,
  at: number,
  language: Language,
  newline: boolean,
): { token: Token; end: number } {
  const opening = stringStart(text, at, language)
  if (opening) {
    const { parts, end } = readString(text, opening)
    return { token: { kind: 'string', text: '', parts, newline }, end }
  }
  for (const [kind, pattern] of [
    ['name', name],
    ['number', number],
  ] as const) {
    const length = lengthOf(pattern, text, at)
    if (length === 0) continue
    const written = text.slice(at, at + length)
    const token: Token = { kind, text: written, newline }
    if (kind === 'number') token.number = numberOf(written)
    return { token, end: at + length }
  }
  const length = Math.max(1, lengthOf(mark, text, at))
  return { token: { kind: 'mark', text: text.slice(at, at + length), newline }, end: at + length }
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex - at : 0
}

/** The value of a number as both languages write it; NaN for an imaginary one. */
function numberOf(written: string): number {
  const plain = written.replaceAll('_', '').replace(/n$/, '')
  return /^0\d+$/.test(plain) ? Number.parseInt(plain, 10) : Number(plain)
}
