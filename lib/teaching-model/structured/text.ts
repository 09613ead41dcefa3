import { bytesOf, encode } from '../tokens.ts'
import { isInsideString } from './string-leaf.ts'
import type { Frame } from './frames.ts'
import type { Matcher, State } from './matcher.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** Follows a reply: where it stands, and the string or number in which it does. */
export function followText(matcher: Matcher, { ids }: Candidates) {
  const text = {
    state: matcher.start,
    /** The string or number so far, without quotes and escapes. */
    written: '',
    /** Its tokens. */
    context: [] as readonly number[],
    /** Takes note of a candidate that the state allows. */
    accept(candidate: number): void {
      const id = ids[candidate] ?? 0
      const token = bytesOf(id)
      const before = text.state
      for (const byte of token) text.state = matcher.advance(text.state, byte) ?? text.state
      const value = follow(token, before, text.state, text.written)
      text.written = value.text
      text.context = value.isWhole ? [...text.context, id] : encode(value.text)
    },
  }
  return text
}

/**
 * The text of the string or number after a token, unescaped, and whether the token lies wholly and
 * plainly inside it. Empty where the text stands in no value.
 */
function follow(token: Uint8Array, before: State, after: State, written: string) {
  const text = new TextDecoder().decode(token)
  if (isNumber(after)) {
    const digits = /-?[\d.]*$/.exec(text)?.[0] ?? ''
    const isWhole = digits === text && isNumber(before)
    return { text: isWhole ? written + text : digits.trimStart(), isWhole }
  }
  if (!isString(after)) return { text: '', isWhole: false }
  const isWhole = isString(before) && !/["\\]/.test(text)
  if (isWhole) return { text: written + text, isWhole }
  // A quote that is not escaped opens the string anew.
  const opened = /(?:^|[^\\])"((?:[^"\\]|\\.)*)$/.exec(text)
  const fresh = !isString(before) || (opened !== null && /[:,[{]/.test(text))
  const raw = fresh ? (opened?.[1] ?? '') : text
  return { text: (fresh ? '' : written) + unescaped(raw), isWhole: false }
}

function unescaped(raw: string): string {
  return raw.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\"', '"')
}

function isString(state: State): boolean {
  return state.some(isSpoken)
}

/** Whether a frame stands between the quotes of a string. */
export function isSpoken({ leaf, at }: Frame): boolean {
  return leaf?.kind === 'string' && isInsideString(at)
}

function isNumber(state: State): boolean {
  return state.some(({ leaf }) => leaf?.kind === 'number')
}
