import { rank, usualVocabulary, type Interval } from './measures.ts'
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
      return (token) => stepOrUnknown(bitsStep, entropyLower(reader.position(token)))
    case 'rank':
      return (token) => stepOrUnknown(rankStep, rankLower(reader.position(token)))
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

/** Whether the upper bound of an interval falls into a higher step than the lower one. */
export function isOpen(metric: 'entropy' | 'rank', position: Position): boolean {
  if (metric === 'rank') return rankStep(rankUpper(position)) > rankStep(rankLower(position))
  return bitsStep(entropyUpper(position)) > bitsStep(entropyLower(position))
}

function stepOrUnknown(step: (value: number) => number, value: number): number {
  return Number.isNaN(value) ? UNKNOWN_STEP : step(value)
}

/** The step of the lower bound, where both ends lie in the same or in neighbouring steps. */
function intervalStep(probability: Interval | undefined): number {
  if (!probability || Number.isNaN(probability.lower + probability.upper)) return UNKNOWN_STEP
  const lower = heatStep(Math.log(probability.lower)) ?? 6
  const upper = heatStep(Math.log(probability.upper)) ?? 6
  return lower - upper <= 1 ? lower : UNKNOWN_STEP
}

/** The least possible 1-based rank; NaN where unknown. */
function rankLower({ chosen, listed }: Position): number {
  if (isUnknown(chosen)) return Number.NaN
  let place = 1
  for (let at = 0; at < listed.length; at += 1) if ((listed[at] ?? Number.NaN) > chosen) place += 1
  return place
}

/** The greatest possible 1-based rank; NaN where unknown. */
function rankUpper({ chosen, listed, chosenAt }: Position): number {
  const told = Array.from(listed).filter((logprob) => !isUnknown(logprob))
  return isUnknown(chosen) ? Number.NaN : rank(chosen, told, chosenAt >= 0).upper
}

/** The sums of the known tokens of the last position that was read; reused, not allocated. */
const known = { entropy: 0, mass: 0, least: 1, count: 0 }

/** Fills `known`; tells whether anything is known. Unknown alternatives are part of the rest. */
function readKnown({ chosen, listed, chosenAt }: Position): boolean {
  known.entropy = 0
  known.mass = 0
  known.least = 1
  known.count = 0
  for (let at = 0; at < listed.length; at += 1) {
    const logprob = listed[at] ?? Number.NaN
    if (isUnknown(logprob)) continue
    const p = count(logprob)
    if (p < known.least) known.least = p
  }
  if (known.count === 0) return false
  if (chosenAt < 0 && !isUnknown(chosen)) count(chosen)
  return true
}

function count(logprob: number): number {
  const p = logprob >= 0 ? 1 : Math.exp(logprob)
  known.entropy -= logprob >= 0 ? 0 : (p * logprob) / Math.LN2
  known.mass += p
  known.count += 1
  return p
}

/** The lower bound of `entropyBounds` in bits, without a list of what is known; NaN where nothing is. */
export function entropyLower(position: Position): number {
  if (!readKnown(position)) return Number.NaN
  const rest = 1 - known.mass
  const { least } = known
  if (rest <= Number.EPSILON || least <= 0) return known.entropy
  const full = Math.floor(rest / least)
  const left = rest - full * least
  const packed = -full * least * Math.log2(least)
  return known.entropy + packed + (left > 0 ? -left * Math.log2(left) : 0)
}

/** The upper bound of `entropyBounds` in bits; NaN where nothing is known. */
export function entropyUpper(position: Position): number {
  if (!readKnown(position)) return Number.NaN
  const rest = 1 - known.mass
  const others = usualVocabulary - known.count
  return rest > 0 && others > 0 ? known.entropy + rest * Math.log2(others / rest) : known.entropy
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
