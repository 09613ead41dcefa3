import type { Interval } from '#lib/logprobs/measures.ts'
import type { RecordBasis, Sampler } from '#lib/logprobs/what-if/sampler.ts'
import { WhatIf, type Outcome } from '#lib/logprobs/what-if/what-if.ts'
import { AddedLogits } from './added-logits.ts'
import type { TokenStore } from './token-store.ts'

/** How a re-run would draw: the sampler, and what it adds to the logits of single tokens. */
export interface WhatIfSettings extends Sampler {
  presence_penalty: number
  frequency_penalty: number
  /** Nats by `tokenKey`. */
  biases: ReadonlyMap<string, number>
}

/** What the logprobs of a reply are, with the penalties that are in them already (0 where none is). */
export interface ReplyBasis extends RecordBasis {
  presence_penalty: number
  frequency_penalty: number
}

/** Reads a reply under other settings, position by position, in any order. */
export interface WhatIfReader {
  /** The probability of the chosen token at a 0-based position; undefined where nothing is known. */
  chosen(position: number): Interval | undefined
  /** The probabilities of all that is known at a 0-based position. */
  outcome(position: number): Outcome
}

/**
 * The probability that each 0-based token of a reply would have had under other settings, as an
 * interval; undefined where its logprob is unknown. A penalty counts what was generated before; one
 * that the record holds already counts by its difference.
 */
export function whatIfReader(
  tokens: TokenStore,
  settings: WhatIfSettings,
  basis: ReplyBasis,
): (token: number) => Interval | undefined {
  const reader = readWhatIf(tokens, settings, basis)
  return (token) => reader.chosen(token)
}

/** The same with the alternatives. */
export function readWhatIf(
  tokens: TokenStore,
  settings: WhatIfSettings,
  basis: ReplyBasis,
): WhatIfReader {
  const whatIf = new WhatIf(settings, basis)
  const added = new AddedLogits(tokens, {
    // What the record holds already is not added again.
    presence: settings.presence_penalty - basis.presence_penalty,
    frequency: settings.frequency_penalty - basis.frequency_penalty,
    biases: settings.biases,
  })
  return {
    chosen: (position) => whatIf.chosen(tokens.position(position), added.at(position)),
    outcome: (position) => whatIf.outcome(tokens.position(position), added.at(position)),
  }
}
