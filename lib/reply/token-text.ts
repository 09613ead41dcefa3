import type { TokenStore } from './token-store.ts'

/** A stretch of the shown text and the tokens that it comes from. */
export interface Segment {
  /** UTF-16 range in the content; empty for a token that left no trace there. */
  start: number
  end: number
  /** 0-based tokens from `first` to `last`; both −1 for text that no token accounts for. */
  first: number
  last: number
  /** Whether the tokens' own bytes say something else than the content does here. */
  mismatch: boolean
}

/** How far ahead a token is looked for where content and tokens have parted. */
const searchWindow = 200

/**
 * Lays tokens over content, byte for byte. A character that is split over several tokens is one
 * segment of them all. Where the joined bytes differ from the content the content wins, and the
 * segment says so. Works forward only, so a growing reply costs what it grows.
 */
export class TokenText {
  readonly #store: TokenStore
  readonly #segments: Segment[] = []
  #decoder = new TextDecoder()
  #next = 0
  #position = 0
  /** First token of a character that is not complete yet. */
  #open: number | undefined
  /** The text of a token that waits for its content. */
  #held: string | undefined

  constructor(store: TokenStore) {
    this.#store = store
  }

  /** The segments of `content`, in order; together they cover all of it. Done ones keep their identity. */
  segments(content: string): readonly Segment[] {
    while (this.#next < this.#store.length && this.#lay(this.#next, content)) this.#next += 1
    if (this.#position >= content.length) return this.#segments
    return [...this.#segments, untold(this.#position, content.length, false)]
  }

  /** Says whether the token was laid; one whose content has not arrived yet waits for it. */
  #lay(token: number, content: string): boolean {
    const text = this.#held ?? this.#textOf(token)
    const first = this.#open ?? token
    if (text === '') {
      this.#open = first
      return true
    }
    const there = content.slice(this.#position, this.#position + text.length)
    const waits = there.length < text.length && text.startsWith(there)
    this.#held = waits ? text : undefined
    if (waits) return false
    this.#open = undefined
    this.#place(text, first, token, content)
    return true
  }

  #place(text: string, first: number, last: number, content: string): void {
    const found = find(content, text, this.#position)
    if (found === undefined) {
      const at = this.#position
      this.#segments.push({ start: at, end: at, first, last, mismatch: true })
      return
    }
    if (found > this.#position) this.#segments.push(untold(this.#position, found, true))
    this.#position = found + text.length
    this.#segments.push({ start: found, end: this.#position, first, last, mismatch: false })
  }

  /** What a token adds to the text: nothing while a character is still incomplete. */
  #textOf(token: number): string {
    const bytes = this.#store.bytes(token)
    if (bytes) return this.#decoder.decode(Uint8Array.from(bytes), { stream: true })
    this.#decoder = new TextDecoder()
    return this.#store.text(token)
  }
}

function find(content: string, text: string, from: number): number | undefined {
  if (content.startsWith(text, from)) return from
  const near = content.slice(from, from + searchWindow).indexOf(text)
  // A single letter turns up anywhere; only a longer text is a safe place to meet again.
  return near >= 0 && text.trim().length > 1 ? from + near : undefined
}

function untold(start: number, end: number, mismatch: boolean): Segment {
  return { start, end, first: -1, last: -1, mismatch }
}

const names: Record<string, string> = {
  ' ': '·',
  '\n': '↵',
  '\r': '␍',
  '\t': '⇥',
  '\u00a0': '⍽',
  '\u200b': '[ZWSP]',
  '\u200c': '[ZWNJ]',
  '\u200d': '[ZWJ]',
  '\u200e': '[LRM]',
  '\u200f': '[RLM]',
  '\ufeff': '[BOM]',
}

/** A token with blank, zero-width, control and direction characters made visible. */
export function visibleToken(text: string): string {
  return text.replace(
    /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu,
    (character) =>
      names[character] ??
      `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}
