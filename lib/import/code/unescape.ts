import type { Language } from './token.ts'

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

const escapes =
  /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([0-7]{1,3})|N\{([^}\n]{1,100})\}|([^]))/gu

/** Names of `\N{…}` that people do write; the rest stays as it is. */
const named: Readonly<Record<string, string>> = {
  'NO-BREAK SPACE': '\u00a0',
  'EN DASH': '–',
  'EM DASH': '—',
  BULLET: '•',
  'DEGREE SIGN': '°',
  'EURO SIGN': '€',
  'HORIZONTAL ELLIPSIS': '…',
  'RIGHT SINGLE QUOTATION MARK': '’',
  'LEFT DOUBLE QUOTATION MARK': '“',
  'RIGHT DOUBLE QUOTATION MARK': '”',
}

/** A string's content with its escapes undone; what a language does not know stays as it is written. */
export function unescape(content: string, language: Language): string {
  if (!content.includes('\\')) return content
  return content.replaceAll(
    escapes,
    (written, braced, short, long, hex, octal, unicodeName, other) => {
      const code: string | undefined = braced ?? short ?? long ?? hex
      if (code !== undefined) return characterOf(Number.parseInt(code, 16), written)
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (unicodeName !== undefined) return nameOf(String(unicodeName), written)
      return otherEscape(String(other), written, language)
    },
  )
}

function characterOf(code: number, written: string): string {
  if (code <= 0xffff) return String.fromCharCode(code)
  return code <= 0x10ffff ? String.fromCodePoint(code) : written
}

function nameOf(name: string, written: string): string {
  const known = name.toUpperCase()
  return Object.hasOwn(named, known) ? (named[known] ?? written) : written
}

function otherEscape(character: string, written: string, language: Language): string {
  if (Object.hasOwn(simple, character)) return simple[character] ?? ''
  if (language === 'python') return character === 'a' ? '\u0007' : written
  return character
}
