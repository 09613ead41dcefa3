import type { TokenStore } from './token-store.ts'
import { decodeUtf8, endsWithinCharacter } from './utf8.ts'

/** The fewest tokens that hold whole characters, with their text. */
export interface TokenUnit {
  text: string
  /** 0-based tokens from `first` to `last`; several where they share a character. */
  first: number
  last: number
}

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
    const open = this.#open
    if (!open) {
      const whole = this.#store.wholeText(token)
      if (whole !== undefined) return { text: whole, first: token, last: token }
    }
    const own = this.#store.bytes(token)
    // Without bytes the text is all there is, and bytes that were left open stay unknown.
    if (!own) return this.#close(this.#store.text(token), open?.first ?? token, token)
    const bytes = [...(open?.bytes ?? []), ...own]
    if (endsWithinCharacter(bytes)) {
      this.#open = { first: open?.first ?? token, bytes }
      return undefined
    }
    return this.#close(decodeUtf8(bytes), open?.first ?? token, token)
  }

  #close(text: string, first: number, last: number): TokenUnit {
    this.#open = undefined
    return { text, first, last }
  }
}
