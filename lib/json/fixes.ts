import type { JsonProblem } from './document.ts'
import type { TextFix } from './help.ts'
import { endOfLine } from './lines.ts'
import { tokensOf, type Token } from './tokens.ts'

/** The mending of a fault of writing, as a parse of `text` reports it; undefined where none is obvious. */
export function fixOfWriting(text: string, problem: JsonProblem): TextFix | undefined {
  const found = text.slice(problem.offset, problem.offset + Math.max(1, problem.length))
  return fixes[problem.code ?? '']?.({ text, found, ...problem })
}

interface Fault extends JsonProblem {
  text: string
  /** What stands at the place of the fault. */
  found: string
}

const fixes: Record<string, (fault: Fault) => TextFix | undefined> = {
  InvalidSymbol: wordFix,
  PropertyNameExpected: keyFix,
  ValueExpected: (fault) => (fault.found === ',' ? removal(fault) : undefined),
  ColonExpected: colonFix,
  CommaExpected: commaFix,
  CloseBraceExpected: endFix,
  CloseBracketExpected: endFix,
  EndOfFileExpected: (fault) => (/^[,}\]]$/.test(fault.found) ? removal(fault) : undefined),
  UnexpectedEndOfString: openTextFix,
  InvalidEscapeCharacter: ({ found, ...fault }) =>
    instead(fault, 'Double the backslash', found.replaceAll(loneBackslash, String.raw`\$&`)),
  InvalidCharacter: ({ found, ...fault }) =>
    instead(fault, String.raw`Write the tab as \t`, found.replaceAll('\t', String.raw`\t`)),
}

/** Words that other languages have in the place of JSON's. */
const otherWords: Record<string, string> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  nil: 'null',
  undefined: 'null',
  NaN: 'null',
  Infinity: 'null',
  '-Infinity': 'null',
}

/** Characters of a bare word that are looked at. */
const longestWord = 200

/** A text in single quotes of any kind, its end known by what follows. */
const singleQuoted = /['‘’‚`]((?:\\.|[^\\\r\n])*?)['‘’‚`](?=\s*(?:[:,}\]]|$))/y

const loneBackslash = /\\(?!["\\/bfnrtu])/g

function wordFix(fault: Fault): TextFix | undefined {
  const { text, offset } = fault
  // The parser may give up in the middle of a word.
  const found = /^[^\s{}[\],:"]*/.exec(text.slice(offset, offset + longestWord))?.[0] ?? ''
  const place = { offset, length: found.length }
  const word = otherWords[found]
  if (word !== undefined) return instead(place, `Write ${word}`, word)
  singleQuoted.lastIndex = offset
  const quoted = singleQuoted.exec(text)
  if (quoted) {
    const inside = (quoted[1] ?? '').replaceAll(String.raw`\'`, "'")
    const straight = inside.replaceAll(/\\.|"/g, (part) => (part === '"' ? String.raw`\"` : part))
    return instead({ offset, length: quoted[0].length }, 'Use double quotes', `"${straight}"`)
  }
  const number = plainNumber(found)
  if (number !== undefined) return instead(place, `Write ${number}`, number)
  return /^[\p{L}_$][\p{L}\p{N}_$.-]*$/u.test(found)
    ? instead(place, 'Put it in quotes', JSON.stringify(found))
    : undefined
}

/** A number as JSON writes it: no plus, a plain minus, a digit before the point. */
function plainNumber(written: string): string | undefined {
  const plain = written
    .replace(/^\+/, '')
    .replace(/^[−–—]/, '-')
    .replace(/^(-?)\./, '$10.')
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(plain) ? plain : undefined
}

function keyFix(fault: Fault): TextFix | undefined {
  const { found } = fault
  if (found === ',') return removal(fault)
  return /^-?\d[\d.]*$/.test(found)
    ? instead(fault, 'Put it in quotes', JSON.stringify(found))
    : undefined
}

function colonFix(fault: Fault): TextFix | undefined {
  const previous = tokenBefore(fault)
  if (/^[},]/.test(fault.found) || !previous) return undefined
  if (fault.found === '=') return instead(fault, 'Write a colon', ':')
  return { title: 'Add a colon', offset: previous.end, length: 0, insert: ':' }
}

function commaFix(fault: Fault): TextFix | undefined {
  const { text, found, offset } = fault
  if (found === '}' || found === ']') {
    const closer = closersDue(text.slice(0, offset)).charAt(0)
    return closer === '' ? removal(fault) : instead(fault, `Write ${closer}`, closer)
  }
  const previous = tokenBefore(fault)
  if (found === ':' || !previous) return undefined
  return { title: 'Add a comma', offset: previous.end, length: 0, insert: ',' }
}

function endFix({ text }: Fault): TextFix | undefined {
  const closers = closersDue(text)
  const offset = text.trimEnd().length
  return closers === ''
    ? undefined
    : { title: `Add ${closers}`, offset, length: 0, insert: closers }
}

/** A text that has no end is closed at the end of its line, before what is no part of it. */
function openTextFix({ text, found, offset }: Fault): TextFix | undefined {
  if (!found.startsWith('"')) return undefined
  const line = text.slice(offset, endOfLine(text, offset))
  const end = line.replace(/[\s,}\]]+$/, '').length
  return end > 1
    ? { title: 'Add the quote', offset: offset + end, length: 0, insert: '"' }
    : undefined
}

/** The closing brackets that a text lacks at its end, the innermost first. */
function closersDue(text: string): string {
  const open: string[] = []
  for (const { kind } of tokensOf(text)) {
    if (kind === '{') open.push('}')
    else if (kind === '[') open.push(']')
    else if (kind === open.at(-1)) open.pop()
  }
  return open.toReversed().join('')
}

function tokenBefore({ text, offset }: Fault): Token | undefined {
  return tokensOf(text.slice(0, offset)).findLast(
    ({ kind }) => !['space', 'odd space', 'comment'].includes(kind),
  )
}

function removal({ offset, found }: Fault): TextFix {
  const name = found === ',' ? 'this comma' : `this ${found}`
  return { title: `Remove ${name}`, offset, length: 1, insert: '' }
}

function instead(
  { offset, length }: { offset: number; length: number },
  title: string,
  insert: string,
): TextFix {
  return { title, offset, length, insert }
}
