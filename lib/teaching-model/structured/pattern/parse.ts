import { limits } from '../limits.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { dot, type CodeSet } from './code-set.ts'
import { readClass, readEscape, type Reader } from './parse-class.ts'

/** A regular expression as a tree. */
export type Pattern =
  | { kind: 'set'; set: CodeSet }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'choice'; parts: Pattern[] }
  /** `most` is Infinity where there is no upper limit. */
  | { kind: 'repeat'; part: Pattern; least: number; most: number }

/**
 * Reads the part of ECMAScript's regular expressions that finite automata match: literals, classes,
 * `.`, `\d` `\w` `\s`, groups, alternatives, quantifiers, `^` and `$`. The error is a phrase that
 * names what is not supported or wrong.
 */
export function parsePattern(source: string): Result<Pattern, string> {
  if (source.length > limits.patternLength) {
    return fail(`a pattern of more than ${limits.patternLength} characters`)
  }
  const reader: Reader = { characters: [...source], at: 0, problem: undefined }
  const pattern = readChoice(reader, 0)
  if (reader.at < reader.characters.length) reader.problem ??= 'a “)” without “(”'
  return reader.problem === undefined ? ok(pattern) : fail(reader.problem)
}

const deepestGroup = 50

function readChoice(reader: Reader, depth: number): Pattern {
  const parts = [readSequence(reader, depth)]
  while (!reader.problem && reader.characters[reader.at] === '|') {
    reader.at += 1
    parts.push(readSequence(reader, depth))
  }
  const [only] = parts
  return only && parts.length === 1 ? only : { kind: 'choice', parts }
}

function readSequence(reader: Reader, depth: number): Pattern {
  const parts: Pattern[] = []
  for (;;) {
    const next = reader.characters[reader.at]
    if (reader.problem !== undefined || next === undefined || next === '|' || next === ')') break
    parts.push(readQuantified(reader, depth))
  }
  return { kind: 'sequence', parts }
}

function readQuantified(reader: Reader, depth: number): Pattern {
  const part = readAtom(reader, depth)
  const counts = readQuantifier(reader)
  if (!counts) return part
  if (part.kind === 'start' || part.kind === 'end') reader.problem ??= 'a repeated anchor'
  if (reader.characters[reader.at] === '?') reader.at += 1
  if (readQuantifier(reader)) reader.problem ??= 'a quantifier after a quantifier'
  return { kind: 'repeat', part, ...counts }
}

function readAtom(reader: Reader, depth: number): Pattern {
  const next = reader.characters[reader.at] ?? ''
  if (next === '(') return readGroup(reader, depth)
  if (next === '[') return { kind: 'set', set: readClass(reader) }
  reader.at += 1
  if (next === '^') return { kind: 'start' }
  if (next === '$') return { kind: 'end' }
  if (next === '\\') return { kind: 'set', set: readEscape(reader, false) }
  if (next === '.') return { kind: 'set', set: dot }
  if ('*+?{'.includes(next)) reader.problem ??= `“${next}” without anything to repeat`
  if (next === '}' || next === ']') reader.problem ??= `“${next}” without its partner`
  const code = next.codePointAt(0) ?? 0
  return { kind: 'set', set: [[code, code]] }
}

function readGroup(reader: Reader, depth: number): Pattern {
  if (depth >= deepestGroup) reader.problem ??= 'groups that deep'
  reader.at += 1
  if (reader.characters[reader.at] === '?') {
    const kind = reader.characters.slice(reader.at, reader.at + 3).join('')
    if (/^\?(?:[=!]|<[=!])/.test(kind)) reader.problem ??= 'lookaround “(?=”, “(?!”, “(?<=”, “(?<!”'
    else if (kind.startsWith('?<')) reader.problem ??= 'a named group “(?<”'
    else if (!kind.startsWith('?:')) reader.problem ??= 'a group with flags “(?”'
    reader.at += 2
  }
  const inside = reader.problem === undefined ? readChoice(reader, depth + 1) : nothing
  if (reader.characters[reader.at] !== ')') reader.problem ??= 'a “(” without “)”'
  reader.at += 1
  return inside
}

const nothing: Pattern = { kind: 'sequence', parts: [] }

interface Counts {
  least: number
  most: number
}

function readQuantifier(reader: Reader): Counts | undefined {
  const next = reader.characters[reader.at]
  const simple = next === undefined ? undefined : quantifiers.get(next)
  if (simple) {
    reader.at += 1
    return simple
  }
  return next === '{' ? readCounts(reader) : undefined
}

const quantifiers = new Map<string, Counts>([
  ['*', { least: 0, most: Infinity }],
  ['+', { least: 1, most: Infinity }],
  ['?', { least: 0, most: 1 }],
])

function readCounts(reader: Reader): Counts | undefined {
  const end = reader.characters.indexOf('}', reader.at)
  const text = reader.characters.slice(reader.at, end + 1).join('')
  const found = /^\{(\d{1,6})(,(\d{0,6}))?\}$/.exec(text)
  if (!found) {
    reader.problem ??= 'a “{” that begins no count'
    return undefined
  }
  reader.at = end + 1
  const least = Number(found[1])
  const upper = found[3] === '' ? Infinity : Number(found[3])
  const most = found[2] === undefined ? least : upper
  if (most < least) reader.problem ??= 'a count whose upper limit is below its lower one'
  return { least, most }
}
