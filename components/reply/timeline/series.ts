import { RunningFigures } from '#lib/logprobs/figures.ts'
import { isUnknown, surprisalBits } from '#lib/logprobs/index.ts'
import type { Interval } from '#lib/logprobs/measures.ts'
import { entropyAt } from '#lib/logprobs/position-measures.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { LeastPyramid } from './pyramid.ts'

/** Most tokens that are read before the browser may do something else. */
const slice = 2048

/**
 * What is drawn and counted of one choice's tokens, read once each as they come: figures, and the
 * extremes of every stretch. A long reply is read in slices, one a frame.
 */
export class ReplySeries {
  readonly tokens: TokenStore
  readonly figures: RunningFigures
  /** Logprobs in nats. */
  readonly logprobs = new LeastPyramid()
  /** Bounds of the entropy in bits; maxima are kept as negatives. */
  readonly #entropyLeast = new LeastPyramid()
  readonly #entropyMost = new LeastPyramid()
  readonly #entropyCeiling = new LeastPyramid()
  readonly #listeners = new Set<() => void>()
  #peak: { token: number; bits: number } | undefined
  #version = 0
  #scheduled = false

  constructor(tokens: TokenStore) {
    this.tokens = tokens
    this.figures = new RunningFigures(tokens)
  }

  /** How many tokens have been read. */
  get length(): number {
    return this.figures.length
  }

  /** The 0-based token of the highest known surprisal, in bits; the first of equal ones. */
  get peak(): { token: number; bits: number } | undefined {
    return this.#peak
  }

  /** Reads what came since: a slice now, the rest in the next frames. */
  readonly grow = (): void => {
    if (this.#scheduled || this.length === this.tokens.length) return
    this.figures.update(slice)
    for (let index = this.logprobs.length; index < this.length; index += 1) this.#take(index)
    this.#version += 1
    if (this.length < this.tokens.length) this.#schedule()
    for (const listener of this.#listeners) listener()
  }

  /** Calls `listener` after each slice, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Grows with every slice. */
  readonly version = (): number => this.#version

  /** The least and most of the entropy's lower bound in bits over tokens from `from` up to `to`. */
  entropyIn(from: number, to: number): Interval | undefined {
    const lower = this.#entropyLeast.least(from, to)
    return lower === Infinity ? undefined : { lower, upper: -this.#entropyMost.least(from, to) }
  }

  /** The bounds of the entropy in bits at one 0-based token; nothing where no list came. */
  entropyAt(index: number): Interval | undefined {
    const lower = this.#entropyLeast.least(index, index + 1)
    if (lower === Infinity) return undefined
    return { lower, upper: -this.#entropyCeiling.least(index, index + 1) }
  }

  #schedule(): void {
    this.#scheduled = true
    requestAnimationFrame(() => {
      this.#scheduled = false
      this.grow()
    })
  }

  #take(index: number): void {
    const logprob = this.tokens.logprob(index)
    const unknown = isUnknown(logprob)
    this.logprobs.push(unknown ? Number.NaN : logprob)
    const bits = unknown ? -1 : surprisalBits(logprob)
    if (bits > (this.#peak?.bits ?? -1)) this.#peak = { token: index, bits }
    const entropy = entropyAt(this.tokens.position(index))
    this.#entropyLeast.push(entropy?.lower ?? Number.NaN)
    this.#entropyMost.push(-(entropy?.lower ?? Number.NaN))
    this.#entropyCeiling.push(-(entropy?.upper ?? Number.NaN))
  }
}

const all = new WeakMap<TokenStore, ReplySeries>()

/** The series of a choice's tokens, the same for everyone who asks. */
export function seriesOf(tokens: TokenStore): ReplySeries {
  const known = all.get(tokens)
  if (known) return known
  const made = new ReplySeries(tokens)
  all.set(tokens, made)
  return made
}
