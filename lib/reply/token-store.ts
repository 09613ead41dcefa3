/** One of the likeliest tokens at a position. */
export interface Alternative {
  token: string
  /** Natural logarithm; null where the provider gave none. */
  logprob: number | null
  /** The UTF-8 bytes of the token; undefined where the provider gave none. */
  bytes?: number[] | undefined
}

/** A token of the reply with what the provider says about its position. */
export interface TokenEntry extends Alternative {
  alternatives: Alternative[]
}

/**
 * The tokens of one choice in columns: interned texts, logprobs in one array, alternatives by offset.
 * Grows by appending; 100,000 tokens with 20 alternatives stay a few dozen megabytes.
 */
export class TokenStore {
  readonly #texts: { token: string; bytes: number[] | undefined }[] = []
  readonly #ids = new Map<string, number>()
  readonly #rows = new Column()
  readonly #logprobs = new Column()
  /** For each token the end of its alternatives in the columns below. */
  readonly #ends = new Column()
  readonly #listedRows = new Column()
  readonly #listedLogprobs = new Column()

  /** How many tokens there are. */
  get length(): number {
    return this.#rows.length
  }

  /** Adds a token at the end. */
  append(entry: TokenEntry): void {
    this.#rows.push(this.#intern(entry))
    this.#logprobs.push(entry.logprob ?? Number.NaN)
    for (const alternative of entry.alternatives) {
      this.#listedRows.push(this.#intern(alternative))
      this.#listedLogprobs.push(alternative.logprob ?? Number.NaN)
    }
    this.#ends.push(this.#listedRows.length)
  }

  /** The logprob (in nats) of a 0-based token; NaN where it is unknown or there is no such token. */
  logprob(index: number): number {
    return this.#logprobs.at(index)
  }

  /** The text of a 0-based token as the provider wrote it; empty where there is no such token. */
  text(index: number): string {
    return this.#texts[this.#rows.at(index)]?.token ?? ''
  }

  /** The UTF-8 bytes of a 0-based token, where the provider gave them. */
  bytes(index: number): readonly number[] | undefined {
    return this.#texts[this.#rows.at(index)]?.bytes
  }

  /** A 0-based token with its alternatives; nothing where there is no such token. */
  token(index: number): TokenEntry | undefined {
    if (index < 0 || index >= this.length) return undefined
    const from = index === 0 ? 0 : this.#ends.at(index - 1)
    const count = this.#ends.at(index) - from
    const alternatives = Array.from({ length: count }, (_, place) =>
      this.#entry(this.#listedRows.at(from + place), this.#listedLogprobs.at(from + place)),
    )
    return { ...this.#entry(this.#rows.at(index), this.logprob(index)), alternatives }
  }

  #entry(row: number, logprob: number): Alternative {
    const { token = '', bytes } = this.#texts[row] ?? {}
    return { token, bytes, logprob: Number.isNaN(logprob) ? null : logprob }
  }

  #intern({ token, bytes }: Alternative): number {
    const key = bytes ? `${token}\0${bytes.join()}` : token
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#texts.push({ token, bytes })
    this.#ids.set(key, this.#texts.length - 1)
    return this.#texts.length - 1
  }
}

/** A column of numbers that doubles its room when it is full. */
class Column {
  #values = new Float64Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length] = value
    this.length += 1
  }

  at(index: number): number {
    return index < this.length ? (this.#values[index] ?? Number.NaN) : Number.NaN
  }
}
