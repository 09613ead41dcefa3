'use client'

import { basisOf, dollars } from '#lib/costs/format.ts'
import { useRunCost } from '#components/connection/use-run-cost.ts'
import type { RunRecord } from '#components/run/run-store.ts'

/** What the run cost and where the figure comes from; nothing where nobody knows. */
export function RunCost({ run }: { run: RunRecord }) {
  const cost = useRunCost(run)
  if (!cost) return null
  const isEstimate = cost.basis === 'listed' || cost.basis === 'published'
  return (
    <section aria-label="Cost" className="border-b border-line p-4 text-small">
      <h2 className="mb-2 font-semibold">Cost</h2>
      <p className="font-mono">
        {isEstimate && '≈ '}
        {dollars(cost.usd)}
      </p>
      <p className="mt-1 max-w-[44ch] text-ink-2">{basisOf(cost)}</p>
    </section>
  )
}
