import { getLocation, printParseErrorCode, type ParseError } from 'jsonc-parser'

/** What to do about a syntax fault at a place of strict text, in plain words. */
export function syntaxMessage(text: string, { error, offset, length }: ParseError): string {
  const name = printParseErrorCode(error)
  const found = text.slice(offset, offset + Math.max(1, length))
  if (name === 'InvalidSymbol') return symbolMessage(text, offset, found)
  if (name === 'CommaExpected') return commaMessage(text, offset, found)
  if (name === 'ValueExpected') return `Expected a value ${before(found)}.`
  if (name === 'ColonExpected') return colonMessage(found)
  return messages[name] ?? 'This is not valid JSON.'
}

const messages: Record<string, string> = {
  PropertyNameExpected: 'Expected a key in double quotes.',
  CloseBraceExpected: 'The text ends too soon: expected } to end the object.',
  CloseBracketExpected: 'The text ends too soon: expected ] to end the list.',
  EndOfFileExpected:
    'The value has ended before this. Remove what follows, or put all values in one list: [ … ].',
  UnexpectedEndOfComment: 'End this comment with */.',
  UnexpectedEndOfString:
    'End this text with a double quote on the same line; write a line break as \\n.',
  UnexpectedEndOfNumber: 'This number is not finished.',
  InvalidNumberFormat: 'This is not a number.',
  InvalidUnicode: 'Write \\u with four hexadecimal digits after it.',
  InvalidEscapeCharacter: 'There is no such escape. Write a backslash as \\\\.',
  InvalidCharacter:
    'Write a tab inside text as \\t, other control characters as \\u and four digits.',
}

/** Words that other languages write where JSON has its own. */
const otherWords: Record<string, string> = {
  True: 'true',
  False: 'false',
  None: 'null',
  NULL: 'null',
  TRUE: 'true',
  FALSE: 'false',
  undefined: 'null',
}

function symbolMessage(text: string, offset: number, found: string): string {
  const word = otherWords[found]
  if (word) return `Write ${word} instead of ${found}.`
  if (/^['‘’‚`]/.test(found)) return 'Use double quotes (") around keys and texts.'
  if (/^[−–—]\d/.test(found)) return 'Write minus as a plain hyphen: -.'
  if (/^[+.]\.?\d/.test(found))
    return 'Write a number without a plus sign and with a digit before the point.'
  if (/^[+-]?(NaN|Infinity)$/.test(found)) return `JSON has no ${found}. Write a number or null.`
  const rest = text.slice(offset + found.length, offset + found.length + 100)
  return `Put this ${/^\s*:/.test(rest) ? 'key' : 'text'} in double quotes.`
}

function commaMessage(text: string, offset: number, found: string): string {
  if (found === '}' || found === ']')
    return `This ${found} does not fit the bracket that it should close.`
  if (found === ':') return 'Remove this colon, or put a key before it.'
  const inList = typeof getLocation(text, offset).path.at(-1) === 'number'
  return `Expected a comma before this ${inList ? 'value' : 'property'}.`
}

function colonMessage(found: string): string {
  return /^[},]/.test(found)
    ? 'Expected a colon and a value after the key.'
    : 'Expected a colon between the key and this.'
}

function before(found: string): string {
  if (found === '') return 'here'
  if (found === ',') return 'before this comma'
  return /^[}\]:]/.test(found) ? `before this ${found}` : 'here'
}
