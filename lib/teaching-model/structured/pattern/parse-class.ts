import { complement, digits, spaces, union, wordCharacters, type CodeSet } from './code-set.ts'

/** A pattern being read. Everything stops at the first problem. */
export interface Reader {
  /** The code points of the pattern. */
  characters: readonly string[]
  at: number
  problem: string | undefined
}

/** Reads a class, its `[` next. */
export function readClass(reader: Reader): CodeSet {
  reader.at += 1
  const negated = reader.characters[reader.at] === '^'
  if (negated) reader.at += 1
  const sets: CodeSet[] = []
  while (reader.problem === undefined && reader.characters[reader.at] !== ']') {
    if (reader.at >= reader.characters.length) reader.problem = 'a “[” without “]”'
    else sets.push(readMember(reader))
  }
  reader.at += 1
  return negated ? complement(union(...sets)) : union(...sets)
}

function readMember(reader: Reader): CodeSet {
  const from = readOne(reader)
  const isRange =
    reader.characters[reader.at] === '-' && (reader.characters[reader.at + 1] ?? ']') !== ']'
  if (!isRange) return from
  reader.at += 1
  const to = readOne(reader)
  const [first, last] = [single(from), single(to)]
  if (first === undefined || last === undefined || last < first) {
    reader.problem ??= 'a range in a class that does not go from one character up to another'
    return []
  }
  return [[first, last]]
}

function single(set: CodeSet): number | undefined {
  const [range] = set
  return range && set.length === 1 && range[0] === range[1] ? range[0] : undefined
}

function readOne(reader: Reader): CodeSet {
  const next = reader.characters[reader.at] ?? ''
  reader.at += 1
  return next === '\\' ? readEscape(reader, true) : one(next)
}

function one(character: string): CodeSet {
  const code = character.codePointAt(0) ?? 0
  return [[code, code]]
}

const sets = new Map<string, CodeSet>([
  ['d', digits],
  ['D', complement(digits)],
  ['w', wordCharacters],
  ['W', complement(wordCharacters)],
  ['s', spaces],
  ['S', complement(spaces)],
])

const controls = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
])

/** Reads an escape whose backslash has been passed. */
export function readEscape(reader: Reader, inClass: boolean): CodeSet {
  const next = reader.characters[reader.at] ?? ''
  reader.at += 1
  const set = sets.get(next)
  if (set) return set
  const control = controls.get(next)
  if (control !== undefined) return one(control)
  if (next === 'x' || next === 'u') return readHex(reader, next)
  if (next === 'b' && inClass) return one('\b')
  if (/[A-Za-z0-9]/.test(next) || next === '') reader.problem ??= nameOf(next)
  return one(next)
}

function nameOf(letter: string): string {
  if (letter === '') return 'a backslash at the end'
  if (/[1-9k]/.test(letter)) return `a backreference “\\${letter}”`
  if (letter === 'b' || letter === 'B') return `a word boundary “\\${letter}”`
  if (letter === 'p' || letter === 'P') return `a Unicode property “\\${letter}”`
  return `the escape “\\${letter}”`
}

const hexForms = { x: /^[0-9a-f]{2}/i, u: /^(?:\{[0-9a-f]{1,6}\}|[0-9a-f]{4})/i }

function readHex(reader: Reader, kind: 'x' | 'u'): CodeSet {
  const ahead = reader.characters.slice(reader.at, reader.at + 8).join('')
  const found = hexForms[kind].exec(ahead)?.[0]
  if (found === undefined) {
    reader.problem ??= `the escape “\\${kind}” without its digits`
    return []
  }
  reader.at += found.length
  const code = Number.parseInt(found.replace(/[{}]/g, ''), 16)
  if (code > 0x10ffff) reader.problem ??= 'a character beyond U+10FFFF'
  if (code >= 0xd800 && code <= 0xdfff) reader.problem ??= 'half of a surrogate pair'
  return [[code, code]]
}
