import ranks from 'gpt-tokenizer/bpeRanks/o200k_base'
import {
  encode as encodeText,
  encodeGenerator,
  setMergeCacheSize,
} from 'gpt-tokenizer/encoding/o200k_base'
import { tamePieces } from '#lib/tokenizers/long-runs.ts'

/** The id of `<|endoftext|>` in o200k_base; the model draws it to end a reply. */
export const endOfText = 199_999

const endOfTextName = '<|endoftext|>'

// The tokenizer keeps the words that it has merged; 100,000 of its longest would fill a gigabyte.
setMergeCacheSize(8192)

const plain = { disallowedSpecial: new Set<string>() }
const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The o200k_base token ids of a text; names of special tokens in it are ordinary text. Runs of more
 * than 2000 characters without a space (or of nothing but spaces) are cut first, because merging
 * byte pairs takes the square of a run's length; only there can the ids differ from OpenAI's.
 */
export function encode(text: string): number[] {
  return tamePieces(text).flatMap((piece) => encodeText(piece, plain))
}

/**
 * How many tokens a text has, counted word by word with a pause after each, so that a long text can
 * be counted bit by bit. Ends early, with what it has, once there are more than `most`. Encoding the
 * same text afterwards is quick, since the tokenizer remembers its words.
 */
export function* countTokens(text: string, most: number): Generator<undefined, number> {
  let count = 0
  for (const piece of tamePieces(text)) {
    for (const ids of encodeGenerator(piece, plain)) {
      count += ids.length
      if (count > most) return count
      yield undefined
    }
  }
  return count
}

/** Whether a token id can be generated: any ordinary token of o200k_base, or the end of the text. */
export function isToken(id: number): boolean {
  return id === endOfText || ranks[id] !== undefined
}

/** The bytes that a token stands for; none for the end of the text. */
export function bytesOf(id: number): Uint8Array {
  const piece = ranks[id] ?? ''
  return typeof piece === 'string' ? encoder.encode(piece) : Uint8Array.from(piece)
}

/** The bytes of several tokens in a row. */
export function bytesOfAll(ids: readonly number[]): Uint8Array {
  return Uint8Array.from(ids.flatMap((id) => [...bytesOf(id)]))
}

/**
 * A token as the API writes it: its text, or, where the token holds part of a character, its ASCII
 * characters as they are and each other byte as a literal `\xNN`.
 */
export function tokenText(id: number): string {
  if (id === endOfText) return endOfTextName
  const piece = ranks[id] ?? ''
  return typeof piece === 'string' ? piece : (wholeText(piece) ?? escaped(piece))
}

function wholeText(bytes: number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

function escaped(bytes: number[]): string {
  return bytes
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('')
}
