import { RunningCount, RunningTotal } from './figures-totals.ts'
import { surprisalBits } from './measures.ts'
import type { Position } from './position.ts'
import { isUnknown } from './scale.ts'

/** What figures are taken from: tokens in order, more of which may come. */
export interface MeasuredTokens {
  readonly length: number
  position(index: number): Position
  /** The bytes of a 0-based token, where the provider gave them; else its text counts, as UTF-8. */
  bytes(index: number): ArrayLike<number> | undefined
  text(index: number): string
}

/** The figures of a passage. Tokens whose logprob is unknown are counted and otherwise left out. */
export interface PassageFigures {
  /** Tokens of the passage, the unknown ones included. */
  count: number
  unknown: number
  /** The logprob of all known tokens together: Σ l. `log10` is what its probability is 10 to. */
  joint: { nats: number; log10: number; bits: number }
  /** Bits per token, −Σ l / (n ln 2); nothing where no token is known. */
  meanSurprisal: number | undefined
  /** e^(−Σ l / n) = 2^(mean surprisal); nothing where no token is known. */
  perplexity: number | undefined
  /**
   * The least that the perplexity of all tokens can be: an unknown one is no likelier than the last
   * that is listed at its position, or than 1. Nothing where all are known or there are none.
   */
  leastPerplexity: number | undefined
  /** Σ surprisal / Σ bytes of the known tokens, which compares between tokenisers. */
  bitsPerByte: number | undefined
  /** Tokens that no other was likelier than, of the `told` ones whose position says so. */
  top1: { count: number; told: number }
}

const encoder = new TextEncoder()

/**
 * The figures of a reply and of every passage of it. Each token is read once; a passage costs the
 * same however long it is. Formulas: Jelinek and others 1977 (perplexity), over what was recorded.
 */
export class RunningFigures {
  readonly #tokens: MeasuredTokens
  readonly #logprobs = new RunningTotal()
  /** For unknown tokens what their logprob is at most. */
  readonly #ceilings = new RunningTotal()
  readonly #unknown = new RunningCount()
  readonly #bytes = new RunningCount()
  readonly #top1 = new RunningCount()
  readonly #told = new RunningCount()
  #length = 0

  constructor(tokens: MeasuredTokens) {
    this.#tokens = tokens
  }

  /** How many tokens have been read. */
  get length(): number {
    return this.#length
  }

  /** Reads tokens that came since, at most `most` of them. */
  update(most = Infinity): void {
    const end = Math.min(this.#tokens.length, this.#length + most)
    for (; this.#length < end; this.#length += 1) this.#take(this.#length)
  }

  /** The figures of the read tokens from `from` up to `to`, 0-based; all of them by default. */
  passage(from = 0, to = this.#length): PassageFigures {
    const start = Math.min(Math.max(0, from), this.#length)
    const end = Math.min(Math.max(start, to), this.#length)
    const count = end - start
    const unknown = this.#unknown.between(start, end)
    const nats = this.#logprobs.between(start, end)
    const ceiling = nats + this.#ceilings.between(start, end)
    const bytes = this.#bytes.between(start, end)
    const some = count > unknown
    const bits = surprisalBits(nats)
    return {
      count,
      unknown,
      joint: { nats, log10: nats / Math.LN10, bits },
      meanSurprisal: some ? bits / (count - unknown) : undefined,
      perplexity: some ? Math.exp(-nats / (count - unknown)) : undefined,
      leastPerplexity: unknown > 0 ? Math.exp(-ceiling / count) : undefined,
      bitsPerByte: some && bytes > 0 ? bits / bytes : undefined,
      top1: { count: this.#top1.between(start, end), told: this.#told.between(start, end) },
    }
  }

  /** How many of the tokens from `from` up to `to` are unknown, 0-based. */
  unknownIn(from: number, to: number): number {
    return this.#unknown.between(from, to)
  }

  #take(index: number): void {
    const position = this.#tokens.position(index)
    const known = !isUnknown(position.chosen)
    const bytes = known ? byteLength(this.#tokens, index) : 0
    const top = isTop1(position)
    this.#logprobs.push(known ? Math.min(0, position.chosen) : 0)
    this.#ceilings.push(known ? 0 : ceilingOf(position))
    this.#unknown.push(known ? 0 : 1)
    this.#bytes.push(bytes)
    this.#top1.push(top === true ? 1 : 0)
    this.#told.push(top === undefined ? 0 : 1)
  }
}

/** How long a token is in bytes of UTF-8. */
function byteLength(tokens: MeasuredTokens, index: number): number {
  return tokens.bytes(index)?.length ?? encoder.encode(tokens.text(index)).length
}

/** What the logprob of an unknown token is at most: that of its own entry, else of the last listed. */
function ceilingOf({ listed, chosenAt }: Position): number {
  const own = listed[chosenAt]
  if (own !== undefined && !isUnknown(own)) return Math.min(0, own)
  let least = 0
  for (let place = 0; place < listed.length; place += 1) {
    const logprob = listed[place]
    if (!isUnknown(logprob) && logprob < least) least = logprob
  }
  return least
}

/** Whether no token was likelier than the chosen one; nothing where that cannot be told. */
function isTop1({ chosen, listed, chosenAt }: Position): boolean | undefined {
  let most = -Infinity
  for (let place = 0; place < listed.length; place += 1) {
    const logprob = listed[place]
    if (!isUnknown(logprob) && logprob > most) most = logprob
  }
  const own = isUnknown(chosen) ? listed[chosenAt] : chosen
  // A token that is missing from the list of the likeliest is not the likeliest.
  if (own === undefined || isUnknown(own))
    return chosenAt < 0 && most > -Infinity ? false : undefined
  if (most > -Infinity) return own >= most
  // Above one half no other can be likelier, whatever the list leaves out.
  return own > -Math.LN2 ? true : undefined
}
