import type { Position } from '#lib/logprobs/position.ts'
import { Column } from './column.ts'
import { isSameToken } from './same-token.ts'
import { TokenTable, type PackedTable } from './token-table.ts'

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

/** A store as plain values that can be handed to another thread. */
export interface PackedTokens {
  table: PackedTable
  ids: Uint32Array<ArrayBuffer>
  logprobs: Float64Array<ArrayBuffer>
  ends: Uint32Array<ArrayBuffer>
  listedIds: Uint32Array<ArrayBuffer>
  listedLogprobs: Float64Array<ArrayBuffer>
  places: Uint32Array<ArrayBuffer>
  arrivals: Float32Array<ArrayBuffer>
  mostAlternatives: number
}

/**
 * The tokens of one choice in columns: token ids, logprobs, and alternatives by offset. Grows by
 * appending in O(1) and makes objects only for the tokens that are asked for; 100,000 tokens with
 * 20 alternatives take 25 MB, and what their different texts take.
 */
export class TokenStore {
  readonly #table: TokenTable
  readonly #ids: Column<'id'>
  readonly #logprobs: Column<'real'>
  /** For each token the end of its alternatives in the columns below. */
  readonly #ends: Column<'id'>
  readonly #listedIds: Column<'id'>
  readonly #listedLogprobs: Column<'real'>
  /** For each token 1 + its 0-based place among its own alternatives; 0 where it is none of them. */
  readonly #places: Column<'id'>
  /** When each token came; empty where no token's time is known. */
  readonly #arrivals: Column<'time'>
  #mostAlternatives: number

  constructor(packed?: PackedTokens) {
    this.#table = new TokenTable(packed?.table)
    this.#ids = new Column('id', packed?.ids)
    this.#logprobs = new Column('real', packed?.logprobs)
    this.#ends = new Column('id', packed?.ends)
    this.#listedIds = new Column('id', packed?.listedIds)
    this.#listedLogprobs = new Column('real', packed?.listedLogprobs)
    this.#places = new Column('id', packed?.places)
    this.#arrivals = new Column('time', packed?.arrivals)
    this.#mostAlternatives = packed?.mostAlternatives ?? 0
  }

  /** The store as plain values; what `new TokenStore` takes. */
  packed(): PackedTokens {
    return {
      table: this.#table.packed(),
      ids: this.#ids.packed(),
      logprobs: this.#logprobs.packed(),
      ends: this.#ends.packed(),
      listedIds: this.#listedIds.packed(),
      listedLogprobs: this.#listedLogprobs.packed(),
      places: this.#places.packed(),
      arrivals: this.#arrivals.packed(),
      mostAlternatives: this.#mostAlternatives,
    }
  }

  /** How many tokens there are. */
  get length(): number {
    return this.#ids.length
  }

  /** The largest number of alternatives that any token has. */
  get mostAlternatives(): number {
    return this.#mostAlternatives
  }

  /** Adds a token at the end; `at` is when it came, in milliseconds since the run began. */
  append(entry: TokenEntry, at?: number): void {
    if (at !== undefined) this.#arriveAt(at)
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

  /**
   * When a 0-based token came, in milliseconds since the run began, to a quarter of one within an
   * hour. Tokens of one chunk share a time. NaN where it is unknown, as in a reply of one piece.
   */
  arrival(index: number): number {
    return this.#arrivals.at(index)
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

  #arriveAt(at: number): void {
    while (this.#arrivals.length < this.length) this.#arrivals.push(Number.NaN)
    this.#arrivals.push(at)
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
