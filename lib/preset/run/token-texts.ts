import type { WireToken } from '#lib/reply/completion.ts'
import { isObject } from '../document.ts'
import type { ColumnToken } from './columns.ts'
import { logprobOfStep, stepOf } from './quantise.ts'

/** The different tokens of a run, in the order in which columns name them first. */
export interface TokenTexts {
  texts: string[]
  /**
   * The bytes of those whose bytes are not the UTF-8 of their text, by 0-based place; null for those
   * without bytes.
   */
  bytes?: Record<number, number[] | null>
}

const encoder = new TextEncoder()

/** Collects texts while lists of tokens become columns. */
export class TextCollector {
  readonly #texts: string[] = []
  readonly #bytes: Record<number, number[] | null> = {}
  readonly #places = new Map<string, number>()

  /** The column form of a token; its alternatives are named before itself, as columns are written. */
  columnToken({ top_logprobs: listed = [], ...chosen }: WireToken): ColumnToken {
    const alternatives = listed.map((one, at) => ({
      ...this.#known(one),
      ...(isNear(listed[at - 1], one) ? { isNear: true } : {}),
    }))
    return { ...this.#known(chosen), alternatives }
  }

  /** All that was collected. */
  get table(): TokenTexts {
    const others = Object.keys(this.#bytes).length > 0
    return { texts: this.#texts, ...(others ? { bytes: this.#bytes } : {}) }
  }

  #known({ token, bytes, logprob }: WireToken): { text: number; step: number } {
    const own = bytesOf(token, bytes)
    const key = own === undefined ? token : `${token}\u0000${String(own)}`
    const place = this.#places.get(key) ?? this.#texts.length
    if (place === this.#texts.length) {
      this.#texts.push(token)
      if (own !== undefined) this.#bytes[place] = own
      this.#places.set(key, place)
    }
    return { text: place, step: stepOf(typeof logprob === 'string' ? Number(logprob) : logprob) }
  }
}

/** Whether an alternative is less likely than the one before it, but not by a step. */
function isNear(before: WireToken | undefined, one: WireToken): boolean {
  const [first, second] = [Number(before?.logprob ?? Number.NaN), Number(one.logprob ?? Number.NaN)]
  return second < first && stepOf(second) === stepOf(first)
}

/** What an alternative that is near the one before it lies below it, in nats. */
const nearness = 1e-6

/** The bytes to keep: none where they are those of the text, null where there are none. */
function bytesOf(token: string, bytes: number[] | undefined): number[] | null | undefined {
  if (!bytes) return null
  const plain = encoder.encode(token)
  const isPlain = plain.length === bytes.length && plain.every((byte, at) => byte === bytes[at])
  return isPlain ? undefined : bytes
}

/** Reads a table from elsewhere; nothing where it is none. */
export function readTexts(value: unknown): TokenTexts | undefined {
  if (!isObject(value) || !Array.isArray(value.texts)) return undefined
  const texts = value.texts.filter((text) => typeof text === 'string')
  if (texts.length !== value.texts.length) return undefined
  const bytes: Record<number, number[] | null> = {}
  for (const [place, given] of Object.entries(isObject(value.bytes) ? value.bytes : {})) {
    const isBytes = Array.isArray(given) && given.length <= 1000 && given.every(isByte)
    if (!/^\d{1,6}$/.test(place) || (given !== null && !isBytes)) return undefined
    bytes[Number(place)] = given as number[] | null
  }
  return { texts, bytes }
}

/** The wire form of a column token; the inverse of `columnToken`, up to the quantisation. */
export function wireTokenOf({ texts, bytes = {} }: TokenTexts, token: ColumnToken): WireToken {
  const one = ({ text, step }: { text: number; step: number }): WireToken => {
    const written = texts[text] ?? ''
    const own = Object.hasOwn(bytes, text) ? bytes[text] : [...encoder.encode(written)]
    return { token: written, logprob: logprobOfStep(step), ...(own ? { bytes: own } : {}) }
  }
  let below = 0
  const listed = token.alternatives.map((alternative) => {
    below = alternative.isNear ? below + nearness : 0
    const wire = one(alternative)
    return typeof wire.logprob === 'number' ? { ...wire, logprob: wire.logprob - below } : wire
  })
  const place = token.alternatives.findIndex(
    ({ text, step }) => text === token.text && step === token.step,
  )
  const { logprob } = listed[place] ?? one(token)
  return { ...one(token), logprob, top_logprobs: listed }
}

function isByte(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255
}
