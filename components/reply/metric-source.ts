'use client'

import { useMemo } from 'react'
import { surprisalBits } from '#lib/logprobs/index.ts'
import type { StepSource } from '#lib/logprobs/steps.ts'
import { Compared } from '#lib/reply/compared.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { whatIfReader } from '#lib/reply/what-if-reader.ts'
import { useWhatIf } from '#components/inspector/what-if-store.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import type { Other } from './comparable.ts'
import { useView } from './view.ts'

const recorded = {
  likelihood: { metric: 'likelihood' },
  entropy: { metric: 'entropy' },
  rank: { metric: 'rank' },
} as const

/**
 * What the tint of a choice is read from, by the metric in view. A metric that has nothing to go by,
 * such as a difference from nothing, gives way to the likelihood.
 */
export function useMetricSource(
  run: RunRecord,
  tokens: TokenStore,
  other: Other | undefined,
): StepSource {
  const { metric } = useView()
  const { settings, basis, changed } = useWhatIf(run)
  // The object around them is a new one each time.
  const others = other?.tokens
  return useMemo(() => {
    if (metric === 'what-if')
      return changed
        ? { metric, probability: whatIfReader(tokens, settings, basis) }
        : recorded.likelihood
    if (metric !== 'difference') return recorded[metric]
    if (!others) return recorded.likelihood
    const compared = new Compared(tokens, others)
    return { metric, otherSurprisal: (token) => bitsOf(compared.logprob(token)) }
  }, [metric, tokens, settings, basis, changed, others])
}

/** NaN stays what it is: not comparable. */
function bitsOf(logprob: number): number {
  return Number.isNaN(logprob) ? logprob : surprisalBits(logprob)
}
