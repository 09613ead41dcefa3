'use client'

import type { RunRecord } from '#components/run/run-store.ts'
import { numberOr } from './record-basis.ts'

/** What the what-if cannot take into account for this run, in words. */
export function WhatIfNotes({ run }: { run: RunRecord }) {
  const { repetition_penalty, logit_bias } = run.settings
  const repeats = numberOr(repetition_penalty, 1) !== 1
  const biased = typeof logit_bias === 'object' && logit_bias !== null
  if (!repeats && !biased) return null
  return (
    <div className="mt-2 text-small text-ink-2">
      {repeats && (
        <p>
          This run used a repetition penalty. What another one would do cannot be known from log
          probabilities.
        </p>
      )}
      {biased && <p>The logit bias of this run is taken to be in the record already.</p>}
    </div>
  )
}
