import type { Interval } from './measures.ts'
import { entropyAt, rankAt } from './position-measures.ts'
import type { Position } from './position.ts'
import { bitsStep, differenceStep, heatStep, isUnknown, rankStep, UNKNOWN_STEP } from './scale.ts'

/** The figures of a reply by 0-based position; grows at its end. */
export interface PositionReader {
  readonly length: number
  /** In nats; NaN where unknown. */
  logprob(token: number): number
  position(token: number): Position
}

/** What the steps of a reply are read from. */
export type StepSource =
  | { metric: 'likelihood' | 'entropy' | 'rank' }
  /** The surprisal in bits of the same token in another reply; NaN where not comparable. */
  | { metric: 'difference'; otherSurprisal(token: number): number }
  /** The probability under other parameters; undefined where it cannot be told. */
  | { metric: 'what-if'; probability(token: number): Interval | undefined }

/** Gives the step of a 0-based token, 0 to 6, or UNKNOWN_STEP. */
export type StepReader = (token: number) => number

/** The reader of a metric's steps. Entropy and rank go by their lower bounds. */
export function stepReader(reader: PositionReader, source: StepSource): StepReader {
  switch (source.metric) {
    case 'likelihood':
      return (token) => heatStep(reader.logprob(token)) ?? UNKNOWN_STEP
    case 'entropy':
      return (token) => stepOrUnknown(bitsStep, entropyAt(reader.position(token))?.lower)
    case 'rank':
      return (token) => stepOrUnknown(rankStep, rankAt(reader.position(token))?.lower)
    case 'difference':
      return (token) => {
        const here = reader.logprob(token)
        const bits = -here / Math.LN2 - source.otherSurprisal(token)
        return isUnknown(here) ? UNKNOWN_STEP : stepOrUnknown(differenceStep, bits)
      }
    case 'what-if':
      return (token) => intervalStep(source.probability(token))
  }
}

function stepOrUnknown(step: (value: number) => number, value = Number.NaN): number {
  return Number.isNaN(value) ? UNKNOWN_STEP : step(value)
}

/** The step of the lower bound, where both ends lie in the same or in neighbouring steps. */
function intervalStep(probability: Interval | undefined): number {
  if (!probability || Number.isNaN(probability.lower + probability.upper)) return UNKNOWN_STEP
  const lower = heatStep(Math.log(probability.lower)) ?? 6
  const upper = heatStep(Math.log(probability.upper)) ?? 6
  return lower - upper <= 1 ? lower : UNKNOWN_STEP
}

/** The steps of a growing reply, each worked out once: when it is asked for, or by `fill`. */
export class StepColumn {
  /** How many known tokens have each step; place 7 counts the unknown ones. */
  readonly counts = new Uint32Array(UNKNOWN_STEP + 1)
  readonly #read: StepReader
  readonly #length: () => number
  /** 1 + the step; 0 where it is not worked out. */
  #steps = new Uint8Array(256)
  /** Where `fill` goes on. */
  #next = 0

  constructor(read: StepReader, length: () => number) {
    this.#read = read
    this.#length = length
  }

  /** Whether `fill` was never called. */
  get isFresh(): boolean {
    return this.#next === 0
  }

  /** How many tokens `fill` has not come to. */
  get remaining(): number {
    return Math.max(0, this.#length() - this.#next)
  }

  /** Whether the step of every token so far is counted. */
  get complete(): boolean {
    return this.#next >= this.#length()
  }

  /** The step of a 0-based token, 0 to 7; unknown where there is no such token. */
  at(token: number): number {
    if (!(token >= 0 && token < this.#length())) return UNKNOWN_STEP
    const kept = this.#steps[token] ?? 0
    return kept > 0 ? kept - 1 : this.#keep(token)
  }

  /** Goes on for a number of tokens; tells whether it is complete. */
  fill(budget: number): boolean {
    const end = Math.min(this.#length(), this.#next + budget)
    for (; this.#next < end; this.#next += 1) this.at(this.#next)
    return this.complete
  }

  #keep(token: number): number {
    const step = this.#read(token)
    if (token >= this.#steps.length) {
      const larger = new Uint8Array(Math.max(token + 1, this.#steps.length * 2))
      larger.set(this.#steps)
      this.#steps = larger
    }
    this.#steps[token] = step + 1
    this.counts[step] = (this.counts[step] ?? 0) + 1
    return step
  }
}
