import { surprisalBits } from './measures.ts'
import { isUnknown } from './scale.ts'

/** A token as it is looked up among alternatives. */
interface Listed {
  readonly token: string
  readonly logprob: number | null
  readonly bytes?: readonly number[] | undefined
}

/** What a comparison reads of a reply; 0-based tokens, logprobs in nats. */
export interface ComparableTokens {
  readonly length: number
  text(token: number): string
  bytes(token: number): Uint8Array | undefined
  logprob(token: number): number
  token(token: number): { readonly alternatives: readonly Listed[] } | undefined
}

const encoder = new TextEncoder()

/**
 * Compares a growing reply with another one. A token has a counterpart where the text before it is
 * the same, byte for byte, and both tokenisations cover the same bytes with one token; where the
 * texts fork, among the other's alternatives. After the fork nothing is comparable.
 */
export class ReplyDifference {
  readonly #one: ComparableTokens
  readonly #other: ComparableTokens
  /** The surprisal in bits of each token that is settled; NaN where it is not comparable. */
  readonly #surprisals: number[] = []
  /** The other reply's next token, and how many of its bytes are matched already. */
  #at = 0
  #within = 0
  #fork: number | undefined

  constructor(one: ComparableTokens, other: ComparableTokens) {
    this.#one = one
    this.#other = other
  }

  /** The 0-based token at which the first reply leaves the other; undefined as long as it does not. */
  get fork(): number | undefined {
    this.#advance(this.#one.length - 1)
    return this.#fork
  }

  /** What the other reply says of a 0-based token's surprisal, in bits; NaN where not comparable. */
  otherSurprisal(token: number): number {
    this.#advance(token)
    return this.#surprisals[token] ?? Number.NaN
  }

  #advance(to: number): void {
    const end = Math.min(to, this.#one.length - 1)
    while (this.#fork === undefined && this.#surprisals.length <= end)
      if (!this.#settle(this.#surprisals.length)) return
  }

  /** Settles one token; false where the other reply ends before it can be. */
  #settle(token: number): boolean {
    const bytes = bytesOf(this.#one, token)
    const [from, aligned] = [this.#at, this.#within === 0]
    let [at, within] = [from, this.#within]
    for (const byte of bytes) {
      if (at >= this.#other.length) return false
      const theirs = bytesOf(this.#other, at)
      if (theirs[within] !== byte) return this.#leave(token, aligned ? from : undefined, bytes)
      within += 1
      if (within === theirs.length) [at, within] = [at + 1, 0]
    }
    const same = aligned && at === from + 1 && within === 0
    this.#surprisals.push(same ? bitsOf(this.#other.logprob(from)) : Number.NaN)
    this.#at = at
    this.#within = within
    return true
  }

  #leave(token: number, position: number | undefined, bytes: Uint8Array): true {
    this.#fork = token
    const listed = position === undefined ? [] : (this.#other.token(position)?.alternatives ?? [])
    const found = listed.find((one) => isSame(one, bytes))
    this.#surprisals.push(bitsOf(found?.logprob))
    return true
  }
}

function bytesOf(tokens: ComparableTokens, token: number): Uint8Array {
  return tokens.bytes(token) ?? encoder.encode(tokens.text(token))
}

function bitsOf(logprob: number | null | undefined): number {
  return isUnknown(logprob) ? Number.NaN : surprisalBits(logprob)
}

function isSame({ token, bytes }: Listed, own: Uint8Array): boolean {
  const theirs = bytes ?? encoder.encode(token)
  return theirs.length === own.length && own.every((byte, at) => theirs[at] === byte)
}
