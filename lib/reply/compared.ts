import { isSameToken } from './same-token.ts'
import type { TokenStore } from './token-store.ts'

/**
 * What another reply says of the tokens of this one, as far as both have the same text: a token is
 * compared where it covers the same bytes in both, since models may cut a text differently. At the
 * fork it is looked up among the other reply's alternatives; after it nothing can be compared.
 */
export class Compared {
  readonly #mine: TokenStore
  readonly #other: TokenStore
  readonly #logprobs: number[] = []
  /** Tokens of either reply that were taken in. */
  #taken = { mine: 0, other: 0 }
  /** Bytes of the last token of one reply that the other has not reached yet. */
  #ahead: { of: 'mine' | 'other'; bytes: Uint8Array } | undefined
  #fork: number | undefined

  constructor(mine: TokenStore, other: TokenStore) {
    this.#mine = mine
    this.#other = other
  }

  /** The logprob (nats) of a 0-based token in the other reply; NaN where it cannot be compared. */
  logprob(token: number): number {
    while (this.#logprobs.length <= token && this.#step());
    return this.#logprobs[token] ?? Number.NaN
  }

  /** The 0-based token at which this reply leaves the other; nothing while it has not. */
  get fork(): number | undefined {
    while (this.#step());
    return this.#fork
  }

  /** Goes on by one token; says whether there was one. */
  #step(): boolean {
    if (this.#fork !== undefined) return false
    if (this.#ahead?.of === 'mine') return this.#catchUp()
    if (this.#taken.mine >= this.#mine.length) return false
    const bytes = bytesOf(this.#mine, this.#taken.mine)
    if (!this.#ahead) return this.#compare(bytes)
    return this.#meet('mine', bytes, this.#ahead.bytes)
  }

  /** Both replies stand at the same byte. */
  #compare(bytes: Uint8Array): boolean {
    const { mine, other } = this.#taken
    if (other >= this.#other.length) return false
    const theirs = bytesOf(this.#other, other)
    // A token without bytes, such as an end mark, is no part of the text.
    if (theirs.length === 0 && bytes.length > 0) {
      this.#taken.other += 1
      return true
    }
    if (isEqual(bytes, theirs)) {
      this.#logprobs.push(this.#other.logprob(other))
      this.#taken = { mine: mine + 1, other: other + 1 }
      return true
    }
    if (!startsAlike(bytes, theirs)) {
      this.#logprobs.push(this.#amongAlternatives())
      return this.#part(mine)
    }
    this.#taken.other += 1
    return this.#meet('mine', bytes, theirs)
  }

  /** The other reply lags behind a token of this one. */
  #catchUp(): boolean {
    const { other } = this.#taken
    if (!this.#ahead || other >= this.#other.length) return false
    return this.#meet('other', bytesOf(this.#other, other), this.#ahead.bytes)
  }

  /** Lays a token of one reply against bytes that the other is ahead. */
  #meet(of: 'mine' | 'other', bytes: Uint8Array, ahead: Uint8Array): boolean {
    if (!startsAlike(bytes, ahead)) return this.#part(this.#taken.mine - (of === 'other' ? 1 : 0))
    if (of === 'mine') this.#logprobs.push(Number.NaN)
    this.#taken[of] += 1
    const [longer, rest] =
      bytes.length > ahead.length
        ? [of, bytes.slice(ahead.length)]
        : [of === 'mine' ? ('other' as const) : ('mine' as const), ahead.slice(bytes.length)]
    this.#ahead = rest.length > 0 ? { of: longer, bytes: rest } : undefined
    return true
  }

  #part(token: number): boolean {
    this.#fork = token
    return true
  }

  #amongAlternatives(): number {
    const mine = this.#mine.token(this.#taken.mine)
    const listed = this.#other.token(this.#taken.other)?.alternatives ?? []
    const found = mine && listed.find((one) => isSameToken(one, mine))
    return found?.logprob ?? Number.NaN
  }
}

const encoder = new TextEncoder()

function bytesOf(store: TokenStore, token: number): Uint8Array {
  return store.bytes(token) ?? encoder.encode(store.text(token))
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && startsAlike(a, b)
}

function startsAlike(a: Uint8Array, b: Uint8Array): boolean {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return false
  return true
}
