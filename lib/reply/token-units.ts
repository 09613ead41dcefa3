import type { TokenStore } from './token-store.ts'

/** The fewest tokens that hold whole characters, with their text. */
export interface TokenUnit {
  text: string
  /** 0-based tokens from `first` to `last`; several where they share a character. */
  first: number
  last: number
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The units of a store, one after the other; goes on where the store grows. Reads each token once. */
export class TokenUnits {
  readonly #store: TokenStore
  #next = 0
  #held: TokenUnit | undefined
  /** Bytes that end within a character, and the token that they begin in. */
  #open: { first: number; bytes: number[] } | undefined

  constructor(store: TokenStore) {
    this.#store = store
  }

  /** The next unit, as often as it is asked for; nothing until all of its tokens are there. */
  peek(): TokenUnit | undefined {
    while (!this.#held && this.#next < this.#store.length) {
      this.#held = this.#read(this.#next)
      this.#next += 1
    }
    return this.#held
  }

  /** Goes on to the unit after. */
  skip(): void {
    this.#held = undefined
  }

  #read(token: number): TokenUnit | undefined {
    const first = this.#open?.first ?? token
    const own = this.#store.bytes(token)
    // Without bytes the text is all there is, and bytes that were left open stay unknown.
    if (!own) return this.#close(this.#store.text(token), first, token)
    const bytes = this.#open ? [...this.#open.bytes, ...own] : own
    if (endsWithin(bytes)) {
      this.#open = { first, bytes: [...bytes] }
      return undefined
    }
    const text = decoder.decode(Uint8Array.from(bytes))
    return this.#close(first === token ? this.#whole(text, token) : text, first, token)
  }

  /** Some servers send only the first of a token's bytes; then its text counts. */
  #whole(decoded: string, token: number): string {
    const text = this.#store.text(token)
    return text.startsWith(decoded) ? text : decoded
  }

  #close(text: string, first: number, last: number): TokenUnit {
    this.#open = undefined
    return { text, first, last }
  }
}

/** Whether UTF-8 bytes end before their last character does (RFC 3629: the lead byte says how long). */
function endsWithin(bytes: ArrayLike<number>): boolean {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc2) return back < lengthOf(byte)
    if (byte < 0x80) return false
  }
  return false
}

function lengthOf(lead: number): number {
  if (lead >= 0xf5) return 1
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}
