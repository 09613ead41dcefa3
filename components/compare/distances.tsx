'use client'

import type { Comparison } from '#lib/compare/comparison.ts'

/** How far apart the two distributions are at each position, up to where the texts part. */
export function Distances({ comparison }: { comparison: Comparison | undefined }) {
  const distances = comparison?.distances ?? []
  const known = distances.filter((one) => one !== undefined)
  return (
    <section
      aria-label="Distance per position"
      className="border-l border-line p-4 max-lg:border-t max-lg:border-l-0"
    >
      <h3 className="text-small text-ink-2">Distance per position (Jensen-Shannon, at least)</h3>
      {known.length === 0 ? (
        <p className="mt-2 text-ink-2">
          There is nothing to compare: no log probabilities at the same place.
        </p>
      ) : (
        <>
          <div aria-hidden className="mt-2 flex h-16 items-end gap-px border-b border-line-2">
            {distances.map((bits, at) => (
              <span
                key={at}
                title={
                  bits === undefined ? `${at + 1}: unknown` : `${at + 1}: ${bits.toFixed(3)} bit`
                }
                className={`min-w-px flex-1 ${at === distances.length - 1 ? 'bg-accent' : 'bg-bar'}`}
                style={{ height: `${Math.max(2, 100 * (bits ?? 0))}%` }}
              />
            ))}
          </div>
          <p className="flex justify-between font-mono text-tiny text-ink-3">
            <span>1</span>
            <span>{distances.length}</span>
          </p>
          <p className="mt-1 text-small text-ink-2" data-largest-distance>
            Largest: {Math.max(...known).toFixed(3)} bit of at most 1. Nothing is compared once the
            texts differ.
          </p>
        </>
      )}
    </section>
  )
}
