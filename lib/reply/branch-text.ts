import { fail, ok, type Result } from '#lib/result.ts'
import { isGraphemeStart } from './graphemes.ts'
import type { Alternative, TokenStore } from './token-store.ts'

/** What models write to end a turn or to part its pieces; a person does not mean these as text. */
const special = /^(<\|[^|]*\|>|<\/?s>|<eos>|<end_of_turn>)$/

/**
 * The content before a 0-based token, or one sentence on why the reply cannot be parted there: inside
 * a character, or where the text and the tokens before differ. Costs the tokens before.
 */
export function textBefore(
  tokens: TokenStore,
  token: number,
  content: string,
): Result<string, string> {
  const written = writtenBefore(tokens, token)
  // Where a token is part of a character its text is not, but its bytes are.
  const text = content.startsWith(written) ? written : decodedBefore(tokens, token)
  if (text === undefined) return fail(insideCharacter)
  if (!content.startsWith(text)) return fail(differs)
  return isGraphemeStart(content, text.length) ? ok(text) : fail(insideCharacter)
}

const differs =
  'The text of the reply differs from its tokens before here, so it is not known where this token begins.'

const insideCharacter =
  'This token begins inside a character, and a reply can be parted only between whole ones. Choose the first token of the character.'

/** Nothing where the bytes end within a character. */
function decodedBefore(tokens: TokenStore, end: number): string | undefined {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const encoder = new TextEncoder()
  let text = ''
  for (let index = 0; index < end; index += 1) {
    const bytes = tokens.bytes(index) ?? encoder.encode(tokens.text(index))
    text += decoder.decode(bytes, { stream: true })
  }
  return decoder.decode() === '' ? text : undefined
}

function writtenBefore(tokens: TokenStore, end: number): string {
  return Array.from({ length: end }, (_, index) => tokens.text(index)).join('')
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
