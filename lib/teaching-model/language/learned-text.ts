import { passagesOf, encodePassage, spokenByAssistant } from '../conversation/turns.ts'
import { isPattern } from '../conversation/slots.ts'
import type { Document } from '../conversation/document.ts'
import { createContextIndex } from './contexts.ts'
import { longestContext } from './smoothing.ts'

/** The text of the model and the index over it: all that takes time to make. */
export interface LearnedText {
  documents: readonly Document[]
  /** Token ids and markers of all passages in a row. Patterns are left out. */
  tokens: Int32Array
  /** The positions in `tokens` that the model learns to say, sorted by what stands before them. */
  order: Int32Array
}

/** Encodes documents and sorts their positions. The same documents give the same text. */
export function learn(documents: readonly Document[]): LearnedText {
  const rows = documents
    .flatMap(passagesOf)
    .filter((passage) => !isPattern(passage))
    .map(encodePassage)
  const tokens = Int32Array.from(rows.flat())
  const learned = rows.flatMap(spokenByAssistant)
  const positions = Int32Array.from(learned.keys()).filter((position) => learned[position])
  return { documents, tokens, order: createContextIndex(tokens, positions, longestContext).order }
}

/** The same as JSON: numbers as base64 of 24-bit integers, little-endian, 16 added to each. */
export interface PackedText {
  documents: readonly Document[]
  tokens: string
  order: string
}

/** Packs a text for a file. */
export function pack({ documents, tokens, order }: LearnedText): PackedText {
  return { documents, tokens: toBase64(tokens), order: toBase64(order) }
}

/** Reads a packed text. */
export function unpack({ documents, tokens, order }: PackedText): LearnedText {
  return { documents, tokens: fromBase64(tokens), order: fromBase64(order) }
}

// The markers of the text are negative, and every token id and position is far below 2^24.
const shift = 16

function toBase64(values: Int32Array): string {
  const bytes = Array.from(values, (value) => [0, 8, 16].map((bits) => (value + shift) >>> bits))
  return btoa(
    bytes
      .flat()
      .map((byte) => String.fromCharCode(byte & 255))
      .join(''),
  )
}

function fromBase64(text: string): Int32Array {
  const bytes = atob(text)
  const values = new Int32Array(bytes.length / 3)
  for (let index = 0; index < values.length; index++) {
    const byte = (place: number) => bytes.charCodeAt(index * 3 + place)
    values[index] = byte(0) + byte(1) * 256 + byte(2) * 65_536 - shift
  }
  return values
}
