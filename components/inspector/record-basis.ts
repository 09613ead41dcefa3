'use client'

import type { ReplyBasis } from '#lib/reply/what-if-reader.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import type { KnownBasis } from './logprob-basis.ts'

/** The basis in words, for the head of figures that rest on it. */
export const basisWords: Record<KnownBasis['basis'], string> = {
  raw: 'raw log-probabilities',
  scaled: 'log-probabilities after temperature',
  unknown: 'assumed to be before temperature',
}

/**
 * What a run's log probabilities rest on, as numbers: the temperature and the penalties that are in
 * the record. Unknown ones are taken for raw. Servers that report after temperature report after
 * penalties too.
 */
export function replyBasisOf(run: RunRecord, basis: KnownBasis['basis']): ReplyBasis {
  const { temperature, presence_penalty, frequency_penalty } = run.settings
  const scaled = basis === 'scaled'
  return {
    // At 0 nothing can have been divided by it.
    temperature: (scaled && numberOr(temperature, 1)) || 1,
    presence_penalty: scaled ? numberOr(presence_penalty, 0) : 0,
    frequency_penalty: scaled ? numberOr(frequency_penalty, 0) : 0,
  }
}

/** A setting that is a number, else what stands in for it. */
export function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
