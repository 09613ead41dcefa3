import type { Interval } from '../measures.ts'
import type { Position } from '../position.ts'
import { cutMinP, cutTopK, cutTopP, takeLikeliest } from './cuts.ts'
import { kept, number, removed } from './known-tokens.ts'
import { Pool } from './pool.ts'
import type { Additions, RecordBasis, Sampler, SamplerStep } from './sampler.ts'

/** The probability of a token under a sampler: the truth lies in the interval, both ends included. */
export interface Chance extends Interval {
  /** Whether both ends are one number. */
  exact: boolean
  /** Whether the list is too short to tell if a cut keeps the token; then `lower` is 0. */
  undecided: boolean
}

/** What a sampler would make of one position. */
export interface Outcome {
  /** By 0-based place in the list; undefined where the logprob is unknown. */
  listed: (Chance | undefined)[]
  /** Undefined where its logprob is unknown. */
  chosen: Chance | undefined
  /** All tokens that the record does not name, together. */
  unseen: Chance
}

/** How far the ends of an exact interval can be apart by rounding. */
const rounding = 1e-9

/**
 * Computes what a sampler would have made of recorded positions, as intervals that hold the truth for
 * every distribution that fits the record: the known tokens count in full, the rest is a crowd of
 * which the mass, the size and the largest possible member are known. Each figure is for one step: it
 * holds after the recorded prefix. Its buffers are reused, so it makes no objects per alternative.
 *
 * Formulas: with β = T₀/T (T₀ is the temperature that the record was divided by), q = p^β / Z; biases
 * and penalties add to the logits before it. Repetition penalty, typical-p, mirostat, DRY and XTC
 * need what a list of likeliest tokens does not tell.
 */
export class WhatIf {
  readonly #sampler: Sampler
  readonly #basis: RecordBasis
  readonly #pool = new Pool()
  /** What the logits are divided by before the first cut. */
  readonly #divisor: number
  readonly #steps: readonly SamplerStep[]

  constructor(sampler: Sampler, basis: RecordBasis) {
    const { temperature, order } = sampler
    const isFirst = order[0] === 'temperature'
    this.#sampler = sampler
    this.#basis = basis
    this.#divisor = isFirst && temperature > 0 ? temperature : 1
    this.#steps = isFirst ? order.slice(1) : order
  }

  /** The probability of the chosen token; undefined where its logprob is unknown. */
  chosen(position: Position, additions?: Additions): Interval | undefined {
    this.#sample(position, additions)
    const { chosenAt } = this.#pool.known
    return chosenAt < 0 ? undefined : shareOf(this.#pool, chosenAt)
  }

  /** The probabilities of all known tokens and of the unseen rest. */
  outcome(position: Position, additions?: Additions): Outcome {
    this.#sample(position, additions)
    const pool = this.#pool
    const { known } = pool
    const listed = Array<Chance | undefined>(position.listed.length).fill(undefined)
    let chosen: Chance | undefined
    for (let at = 0; at < known.count; at++) {
      const chance = chanceOf(pool, at)
      const place = number(known.places, at)
      if (place >= 0) listed[place] = chance
      if (at === known.chosenAt) chosen = chance
    }
    return { listed, chosen, unseen: unseenChance(pool) }
  }

  #sample(position: Position, additions: Additions | undefined): void {
    const pool = this.#pool
    const divisor = this.#divisor
    pool.load(position, additions, this.#basis)
    pool.weigh(this.#basis.temperature / divisor, 1 / divisor, additions)
    if (this.#sampler.temperature <= 0) takeLikeliest(pool)
    else for (const step of this.#steps) this.#take(step)
  }

  #take(step: SamplerStep): void {
    const { temperature, top_k, top_p, min_p } = this.#sampler
    if (step === 'temperature') this.#pool.raise(1 / temperature)
    else if (step === 'top_k') cutTopK(this.#pool, top_k)
    else if (step === 'top_p') cutTopP(this.#pool, top_p)
    else cutMinP(this.#pool, min_p)
  }
}

function shareOf(pool: Pool, at: number): Interval {
  const { known, keptMass, openMass, total } = pool
  const fate = number(known.fates, at)
  if (fate === removed) return { lower: 0, upper: 0 }
  const mass = number(known.masses, at)
  const rest = pool.tailMass()
  const certain = fate === kept
  const least = keptMass + rest.lower + (certain ? 0 : mass)
  const most = keptMass + openMass + rest.upper
  const [low, high] = [Math.max(least, Math.min(total.lower, most)), Math.min(most, total.upper)]
  return {
    lower: certain && high > 0 ? mass / Math.max(mass, high) : 0,
    // Where all that is known has no weight left, nothing can be said.
    upper: low > 0 ? Math.min(1, mass / low) : 1,
  }
}

function chanceOf(pool: Pool, at: number): Chance {
  const fate = number(pool.known.fates, at)
  return asChance(shareOf(pool, at), fate !== kept && fate !== removed)
}

function unseenChance(pool: Pool): Chance {
  const { keptMass, openMass, tail } = pool
  if (tail.empty) return asChance({ lower: 0, upper: 0 }, false)
  const { lower, upper } = pool.tailMass()
  const [least, most] = [keptMass, keptMass + openMass]
  // A total of nothing means that nothing is known at all.
  return asChance(
    {
      lower: lower > 0 ? lower / (lower + most) : 0,
      upper: upper + least > 0 ? upper / (upper + least) : 1,
    },
    false,
  )
}

function asChance(interval: Interval, undecided: boolean): Chance {
  const exact = !undecided && interval.upper - interval.lower <= rounding
  return { ...interval, exact, undecided }
}
