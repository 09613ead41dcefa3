import { tokenKey } from './token-key.ts'
import type { TokenStore } from './token-store.ts'

const made = new WeakMap<TokenStore, TokenCounts>()

/** The counts of a reply; the same ones for the same store, since they take a while for a long one. */
export function countsOf(tokens: TokenStore): TokenCounts {
  const counts = made.get(tokens) ?? new TokenCounts(tokens)
  made.set(tokens, counts)
  return counts
}

/**
 * How often each token was generated before any position of a reply, for penalties. Follows a store
 * that grows, and is quick in any order of positions.
 */
class TokenCounts {
  readonly #tokens: TokenStore
  /** Ids by key, and by the store's own id: tokens with one key are one token. */
  readonly #byKey = new Map<string, number>()
  readonly #byTableId: number[] = []
  /** For each id the 0-based positions at which it was generated, rising. */
  readonly #occurrences: number[][] = []
  /** For each number of leading tokens: how many are different, and how often the most frequent came. */
  readonly #different: number[] = [0]
  readonly #highest: number[] = [0]

  constructor(tokens: TokenStore) {
    this.#tokens = tokens
  }

  /** The id of a token by the store's own id, and of a key; ids of both are the same for one token. */
  idOf(tableId: number): number {
    const known = this.#byTableId[tableId]
    if (known !== undefined) return known
    const id = this.idOfKey(tokenKey(this.#tokens.named(tableId)))
    this.#byTableId[tableId] = id
    return id
  }

  /** The id of a token by its key, whether or not the store holds it. */
  idOfKey(key: string): number {
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const id = this.#byKey.size
    this.#byKey.set(key, id)
    this.#occurrences.push([])
    return id
  }

  /** How often a token was generated before a 0-based position. */
  before(id: number, position: number): number {
    this.#follow(position)
    const positions = this.#occurrences[id] ?? []
    let [from, to] = [0, positions.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((positions[middle] ?? 0) < position) from = middle + 1
      else to = middle
    }
    return from
  }

  /** How many different tokens were generated before a position, and how often one of them at most. */
  summary(position: number): { different: number; highest: number } {
    this.#follow(position)
    return { different: this.#different[position] ?? 0, highest: this.#highest[position] ?? 0 }
  }

  #follow(position: number): void {
    for (let at = this.#different.length - 1; at < position; at++) {
      const positions = this.#occurrences[this.idOf(this.#tokens.tableId(at))] ?? []
      positions.push(at)
      this.#different.push((this.#different[at] ?? 0) + (positions.length === 1 ? 1 : 0))
      this.#highest.push(Math.max(this.#highest[at] ?? 0, positions.length))
    }
  }
}
