'use client'

import { useMemo, useState } from 'react'
import { drawsFrom, type Drawn } from '#lib/lessons/draws.ts'
import type { Figures } from '#lib/lessons/figures.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { createRandom } from '#lib/teaching-model/sampling/random.ts'
import { Button } from '#components/ui/button.tsx'

const count = 20

/** Twenty draws at the control's value: what the odds look like when they are played. */
export function Draws({
  figures,
  value,
  isHidden,
}: {
  figures: Figures
  value: number
  isHidden: boolean
}) {
  const [round, setRound] = useState(1)
  const { candidates, drawn } = useMemo(() => {
    const distribution = figures.at(value)
    return { ...distribution, drawn: drawsFrom(distribution, count, createRandom(round, 0)) }
  }, [figures, value, round])
  const nameOf = (one: Drawn) => (one === 'rest' ? '…' : visibleToken(candidates[one]?.token ?? ''))
  const first = drawn.filter((one) => one === 0).length
  return (
    <section
      aria-label="Draws"
      data-draws={isHidden ? 'hidden' : 'shown'}
      className="rounded-[8px] border border-line bg-surface p-4"
    >
      <div className="mb-2 flex items-center justify-between gap-2">
        <h3 className="font-semibold">
          {count} draws{isHidden ? '' : ` at ${value.toFixed(2).replace('-', '−')}`}
        </h3>
        {isHidden ? (
          <span className="text-small text-ink-2">drawn when you commit</span>
        ) : (
          <Button look="plain" icon="refresh" onClick={() => setRound(round + 1)}>
            Draw again
          </Button>
        )}
      </div>
      <ul className="grid grid-cols-10 gap-1 max-md:grid-cols-4">
        {drawn.map((one, at) => (
          <li
            key={at}
            className={`h-6 truncate rounded-[4px] px-1 text-center font-mono text-tiny leading-6 ${isHidden ? 'border border-line bg-sunken' : 'bg-sunken'} ${!isHidden && one === 0 ? 'bg-accent-soft text-accent' : ''}`}
          >
            {isHidden ? '' : nameOf(one)}
          </li>
        ))}
      </ul>
      {!isHidden && (
        <p className="mt-2 text-small text-ink-2">
          <span className="font-mono">{nameOf(0)}</span> came {first}{' '}
          {first === 1 ? 'time' : 'times'}; its odds promise {expected(candidates[0]?.chance)} of{' '}
          {count}.
        </p>
      )}
    </section>
  )
}

function expected(chance: { lower: number; upper: number } | undefined): string {
  if (!chance) return '0'
  const [low, high] = [count * chance.lower, count * chance.upper].map((one) => one.toFixed(1))
  return low === high ? String(low) : `${low} to ${high}`
}
