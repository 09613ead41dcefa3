import type { Position } from '#lib/logprobs/position.ts'
import { Column } from './column.ts'
import { isSameToken } from './same-token.ts'
import { TokenTable } from './token-table.ts'

/** One of the likeliest tokens at a position. */
export interface Alternative {
  token: string
  /** Natural logarithm, as recorded; null where the provider gave none. */
  logprob: number | null
  /** The bytes of the token, each 0 to 255; undefined where the provider gave none. */
  bytes?: number[] | undefined
  /** The token's id in the model's vocabulary, where the provider tells it. */
  id?: number | undefined
}

/** A token of the reply with what the provider says about its position. */
export interface TokenEntry extends Alternative {
  alternatives: Alternative[]
}

/**
 * The tokens of one choice in columns: token ids, logprobs, and alternatives by offset. Grows by
 * appending in O(1) and makes objects only for the tokens that are asked for; 100,000 tokens with
 * 20 alternatives take 25 MB, and what their different texts take.
 */
export class TokenStore {
  readonly #table = new TokenTable()
  readonly #ids = new Column('id')
  readonly #logprobs = new Column('real')
  /** For each token the end of its alternatives in the columns below. */
  readonly #ends = new Column('id')
  readonly #listedIds = new Column('id')
  readonly #listedLogprobs = new Column('real')
  /** For each token 1 + its 0-based place among its own alternatives; 0 where it is none of them. */
  readonly #places = new Column('id')
  #mostAlternatives = 0

  /** How many tokens there are. */
  get length(): number {
    return this.#ids.length
  }

  /** The largest number of alternatives that any token has. */
  get mostAlternatives(): number {
    return this.#mostAlternatives
  }

  /** Adds a token at the end. */
  append(entry: TokenEntry): void {
    this.#ids.push(this.#table.intern(entry))
    this.#logprobs.push(entry.logprob ?? Number.NaN)
    for (const alternative of entry.alternatives) {
      this.#listedIds.push(this.#table.intern(alternative))
      this.#listedLogprobs.push(alternative.logprob ?? Number.NaN)
    }
    this.#places.push(1 + entry.alternatives.findIndex((one) => isSameToken(one, entry)))
    this.#ends.push(this.#listedIds.length)
    this.#mostAlternatives = Math.max(this.#mostAlternatives, entry.alternatives.length)
  }

  /** The logprob (in nats) of a 0-based token; NaN where it is unknown or there is no such token. */
  logprob(index: number): number {
    return this.#logprobs.at(index)
  }

  /** The text of a 0-based token as the provider wrote it; empty where there is no such token. */
  text(index: number): string {
    return this.#table.text(this.#ids.at(index))
  }

  /** The bytes of a 0-based token, where the provider gave them. */
  bytes(index: number): Uint8Array | undefined {
    return this.#table.bytes(this.#ids.at(index))
  }

  /**
   * The text of a 0-based token by its bytes; nothing where they end within a character, or where
   * there is no such token.
   */
  wholeText(index: number): string | undefined {
    return index >= 0 && index < this.length
      ? this.#table.wholeText(this.#ids.at(index))
      : undefined
  }

  /** How many alternatives a 0-based token has; 0 where there is no such token. */
  alternativeCount(index: number): number {
    return index >= 0 && index < this.length ? this.#ends.at(index) - this.#startOf(index) : 0
  }

  /** The figures of a 0-based token as views of the columns; makes no objects per alternative. */
  position(index: number): Position {
    const from = this.#startOf(index)
    return {
      chosen: this.logprob(index),
      listed: this.#listedLogprobs.slice(from, from + this.alternativeCount(index)),
      chosenAt: (this.#places.at(index) || 0) - 1,
    }
  }

  /** The id of a 0-based token among the different tokens of this store; NaN where there is none. */
  tableId(index: number): number {
    return this.#ids.at(index)
  }

  /** The same for the alternatives of a 0-based token, as a view. */
  listedTableIds(index: number): Uint32Array {
    const from = this.#startOf(index)
    return this.#listedIds.slice(from, from + this.alternativeCount(index))
  }

  /** The text and bytes of a token by its id among the different tokens of this store. */
  named(tableId: number): { token: string; bytes: Uint8Array | undefined } {
    return { token: this.#table.text(tableId), bytes: this.#table.bytes(tableId) }
  }

  /** A 0-based token with its alternatives; nothing where there is no such token. */
  token(index: number): TokenEntry | undefined {
    if (index < 0 || index >= this.length) return undefined
    const from = this.#startOf(index)
    const alternatives = Array.from({ length: this.alternativeCount(index) }, (_, place) =>
      this.#entry(this.#listedIds.at(from + place), this.#listedLogprobs.at(from + place)),
    )
    return { ...this.#entry(this.#ids.at(index), this.logprob(index)), alternatives }
  }

  #startOf(index: number): number {
    return index <= 0 ? 0 : this.#ends.at(index - 1)
  }

  #entry(at: number, logprob: number): Alternative {
    const bytes = this.#table.bytes(at)
    const id = this.#table.vocabularyId(at)
    return {
      token: this.#table.text(at),
      bytes: bytes && [...bytes],
      logprob: Number.isNaN(logprob) ? null : logprob,
      ...(id === undefined ? {} : { id }),
    }
  }
}
