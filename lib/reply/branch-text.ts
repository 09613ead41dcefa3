import { fail, ok, type Result } from '#lib/result.ts'
import { isGraphemeStart } from './graphemes.ts'
import type { Alternative, TokenStore } from './token-store.ts'

/** What models write to end a turn or to part its pieces; a person does not mean these as text. */
const special = /^(<\|[^|]*\|>|<\/?s>|<eos>|<end_of_turn>)$/

/**
 * The content before a 0-based token, or one sentence on why the reply cannot be parted there: inside
 * a character, or where the text and the tokens before differ. Reads all tokens the first time, and
 * none when it is asked again of the same content.
 */
export function textBefore(
  tokens: TokenStore,
  token: number,
  content: string,
): Result<string, string> {
  const start = startsOf(tokens, content)[token] ?? differing
  if (start === differing) return fail(differs)
  const isWhole = start !== inside && isGraphemeStart(content, start)
  return isWhole ? ok(content.slice(0, start)) : fail(insideCharacter)
}

const insideCharacter =
  'This token begins inside a character, and a reply can be parted only between whole ones. Choose the first token of the character.'

const differs =
  'The text of the reply differs from its tokens before here, so it is not known where this token begins.'

/** In place of a start: the token begins inside a character, or behind where text and tokens parted. */
const inside = -1
const differing = -2

/** Most bytes of a character that is not complete (RFC 3629). */
const longestOpen = 3

const cache = new WeakMap<TokenStore, { content: string; starts: Int32Array }>()

function startsOf(tokens: TokenStore, content: string): Int32Array {
  const known = cache.get(tokens)
  if (known?.content === content && known.starts.length === tokens.length) return known.starts
  const starts = findStarts(tokens, content)
  cache.set(tokens, { content, starts })
  return starts
}

/** Where each token begins in the content, in UTF-16 units. */
function findStarts(tokens: TokenStore, content: string): Int32Array {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const starts = new Int32Array(tokens.length).fill(differing)
  let at = 0
  /** Bytes that the content does not go on with so far. */
  let open: number[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    starts[index] = open.length > 0 ? inside : at
    open.push(...bytesAt(tokens, index, open.length > 0 ? undefined : content, at))
    const text = decoder.decode(Uint8Array.from(open))
    const isThere = content.startsWith(text, at)
    // A character that is not complete is decoded as one replacement at the end.
    const head = isThere ? text : text.replace(/\ufffd$/, '')
    open = isThere ? [] : open.slice(encoder.encode(head).length)
    if (!content.startsWith(head, at) || (head === text && !isThere)) break
    if (open.length > longestOpen) break
    at += head.length
  }
  return starts
}

const encoder = new TextEncoder()

/** Some servers send only the first of a token's bytes; then its text counts, where the content has it. */
function bytesAt(
  tokens: TokenStore,
  index: number,
  content: string | undefined,
  at: number,
): Uint8Array {
  const text = tokens.text(index)
  const bytes = tokens.bytes(index)
  return bytes && !content?.startsWith(text, at) ? bytes : encoder.encode(text)
}

/** The text of an alternative, or one sentence on why a reply cannot go on with it. */
export function textOfAlternative({ token, bytes }: Alternative): Result<string, string> {
  if (special.test(token)) {
    return fail('This alternative is no text: with it the reply would have ended or changed hands.')
  }
  if (!bytes) return /\\x[0-9a-f]{2}/.test(token) ? fail(partOfCharacter) : ok(token)
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return ok(decoder.decode(Uint8Array.from(bytes)))
  } catch {
    return fail(partOfCharacter)
  }
}

const partOfCharacter =
  'This alternative is only part of a character, which cannot be sent as text. Choose another.'
