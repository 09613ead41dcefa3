import { bytesOf, encode } from '../tokens.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** What the language model says next inside a value, spread over the candidates. */
export interface Speech {
  /** What it gives to the end of the text. */
  end: number
  total(mask: Uint8Array): number
  /** What it gives to tokens that begin a word or stand between words. */
  boundary(mask: Uint8Array): number
  /** What it gives to allowed tokens made of digits, and where it knows the value of signs too. */
  numbers(mask: Uint8Array, isKnown: boolean): number
  addTo(into: Float64Array, mask: Uint8Array, scale: number): void
  addNumbers(into: Float64Array, mask: Uint8Array, scale: number, isKnown: boolean): void
}

/** Prepares what is the same for all steps of a reply. */
export function createSpeech({ ids, indexOf, end }: Candidates) {
  const probabilities = new Float64Array(ids.length)
  const spread = new Float64Array(ids.length)
  const escapedAs = new Int32Array(ids.length)
  const starts = new Uint8Array(ids.length)
  const numeric = new Uint8Array(ids.length)
  const signed = new Uint8Array(ids.length)
  ids.forEach((id, index) => {
    const traits = traitsOf(id)
    escapedAs[index] = traits.escaped === id ? index : (indexOf.get(traits.escaped) ?? -1)
    starts[index] = traits.starts
    numeric[index] = traits.numeric
    signed[index] = traits.signed
  })

  function sum(mask: Uint8Array, kind?: Uint8Array): number {
    let total = 0
    for (let index = 0; index < spread.length; index++) {
      if (mask[index] === 1 && (!kind || kind[index] === 1)) total += spread[index] ?? 0
    }
    return total
  }

  function addScaled(into: Float64Array, mask: Uint8Array, scale: number, kind?: Uint8Array): void {
    for (let index = 0; index < spread.length; index++) {
      if (mask[index] !== 1 || (kind && kind[index] !== 1)) continue
      into[index] = (into[index] ?? 0) + scale * (spread[index] ?? 0)
    }
  }

  return {
    /** What a voice says after a context. Valid until the next call. */
    after(voice: Predictor, context: readonly number[]): Speech {
      voice(context, probabilities)
      spread.fill(0)
      for (let index = 0; index < probabilities.length; index++) {
        const candidate = escapedAs[index] ?? -1
        if (candidate >= 0)
          spread[candidate] = (spread[candidate] ?? 0) + (probabilities[index] ?? 0)
      }
      const endShare = spread[end] ?? 0
      spread[end] = 0
      return {
        end: endShare,
        total: (mask) => sum(mask),
        boundary: (mask) => sum(mask, starts),
        numbers: (mask, isKnown) => sum(mask, isKnown ? signed : numeric),
        addTo: (into, mask, scale) => addScaled(into, mask, scale),
        addNumbers: (into, mask, scale, isKnown) =>
          addScaled(into, mask, scale, isKnown ? signed : numeric),
      }
    },
  }
}

/** What a token looks like; 1 stands for yes and 0 for no. */
interface Traits {
  /** The id of the token with which it is written inside a JSON string: itself, unless JSON escapes it. */
  escaped: number
  /** It begins a word or stands between words. */
  starts: number
  /** It is made of digits. */
  numeric: number
  /** It is made of digits and signs. */
  signed: number
}

/** The traits that were looked up, by token id: every request asks for thousands of them. */
const known = new Map<number, Traits>()

function traitsOf(id: number): Traits {
  const found = known.get(id) ?? lookAt(id)
  known.set(id, found)
  return found
}

function lookAt(id: number): Traits {
  const token = bytesOf(id)
  return {
    escaped: escapedId(id, token),
    starts: Number(!isWordByte(token[0] ?? 0)),
    numeric: Number(token.length > 0 && token.every(isDigit)),
    signed: Number(token.length > 0 && token.every((byte) => isDigit(byte) || isSign(byte))),
  }
}

function escapedId(id: number, token: Uint8Array): number {
  if (token.every((byte) => byte >= 0x20 && byte !== 0x22 && byte !== 0x5c)) return id
  const text = JSON.stringify(new TextDecoder().decode(token)).slice(1, -1)
  return encode(text)[0] ?? id
}

function isWordByte(byte: number): boolean {
  return byte >= 0x80 || /[A-Za-z0-9'-]/.test(String.fromCharCode(byte))
}

/** A minus or a decimal point. */
function isSign(byte: number): boolean {
  return byte === 0x2d || byte === 0x2e
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

const easyLength = 20
const longLength = 120

/**
 * How likely a string closes before its next word. The language model's own wish to end is the least;
 * sentences that have ended and long texts close more readily, names of properties after a word.
 */
export function closingShare(text: string, isKey: boolean, boundary: number, wish: number): number {
  const length = text.length
  if (length === 0) return Math.min(wish, 0.02)
  if (isKey) return Math.max(wish, 0.9 * boundary)
  if (/[.!?]$/.test(text) && length >= easyLength)
    return Math.max(wish, length < longLength ? 0.5 : 0.9)
  const weariness = Math.min(0.8, Math.max(0, (length - 60) / 300))
  return Math.max(wish, weariness * boundary)
}
