import 'server-only'

/** Stands where a secret was. Not ASCII, so that it can never be a part of a key. */
const mask = '••••'

/** Shorter texts are no secrets, and masking each of their occurrences would ruin the text. */
const shortestSecret = 4

/** Base64 of a secret inside a longer text is looked for from this many certain characters on. */
const shortestFragment = 8

/** What keys of well-known services, bearer tokens and JSON web tokens look like. */
const wellKnown: readonly RegExp[] = [
  /\b(?:sk|rk|pk|gsk|xai|pplx|hf|r8|ghp|gho|glpat)[-_][\w*-]{8,}/g,
  /\bAIza[\w-]{20,}/g,
  /\b(?:AKIA|ASIA)[A-Z\d]{12,}/g,
  /\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*/g,
  /(?<=\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,4})(?=[\w+/=.~*-]*?(?:\d|[a-z][A-Z]))[\w+/=.~*-]{8,}/g,
]

/**
 * Masks every secret in a text: as it is, percent-encoded, escaped as in JSON, and in base64 (also
 * within a longer base64 text, for secrets of 7 bytes and more), and whatever looks like a key of
 * a well-known service. Secrets shorter than 4 characters are left.
 */
export function scrubSecrets(text: string, secrets: readonly string[]): string {
  const wanted = secrets.filter((secret) => secret.length >= shortestSecret)
  const forms = wanted.flatMap((secret) => [secret, ...base64Forms(secret)]).flatMap(jsonForms)
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  let scrubbed = text
  for (const form of longestFirst) scrubbed = scrubbed.replaceAll(anyEncoding(form), mask)
  for (const shape of wellKnown) scrubbed = scrubbed.replaceAll(shape, mask)
  return scrubbed
}

/** A key as it may be shown: its kind where that is well known, such as `sk-••••`. */
export function maskKey(key: string): string {
  const [prefix = ''] = /^(?:sk|gsk|xai|pplx|hf)[-_]/.exec(key) ?? []
  return `${prefix}${mask}`
}

const secretHeader =
  /^(?:(?:set-)?cookie|.*(?:authorization|api-?key|token|secret|nucleus-access))$/i

/** Headers as they may be shown: credentials masked, the scheme of an authorization kept. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    secretHeader.test(name) ? maskValue(value) : value,
  ])
  return Object.fromEntries(shown)
}

function maskValue(value: string): string {
  const [scheme = ''] = /^(?:Bearer|Basic) /i.exec(value) ?? []
  return `${scheme}${maskKey(value.slice(scheme.length))}`
}

/**
 * The base64 characters that a secret alone decides, for each of the three places that it can have
 * in a longer text. The first is that of the secret by itself.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const forms = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const bits = (before + bytes.length) * 8
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6))
  })
  return forms.filter((form, place) => place === 0 || form.length >= shortestFragment)
}

/** A text as it is and as it stands in JSON, in JSON inside JSON, and with escaped slashes. */
function jsonForms(text: string): string[] {
  const once = inJson(text)
  const slashed = once.replaceAll('/', String.raw`\/`)
  return [...new Set([text, once, inJson(once), slashed, inJson(slashed)])]
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Matches a text in any mix of encodings of its characters. */
function anyEncoding(text: string): RegExp {
  return new RegExp([...text].map(encodedCharacter).join(''), 'gu')
}

/** Letters, digits and `_` are written as they are by every encoder; the rest may be escaped. */
function encodedCharacter(character: string): string {
  if (/\w/.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  const percent = [...Buffer.from(character, 'utf8')].map((byte) => `%(?:25){0,3}${hex(byte, 2)}`)
  const escaped = units.map((unit) => String.raw`\\{1,4}u${hex(unit, 4)}`)
  const plain = String.raw`\u{${code.toString(16)}}`
  return `(?:${[plain, percent.join(''), escaped.join(''), ...base64Url(character)].join('|')})`
}

/** base64 has two characters that its form for addresses writes differently. */
function base64Url(character: string): string[] {
  if (character === '+') return ['-']
  return character === '/' ? ['_'] : []
}

/** A number in hexadecimal digits of either case, as a pattern. */
function hex(value: number, digits: number): string {
  const text = value.toString(16).padStart(digits, '0')
  return text.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
