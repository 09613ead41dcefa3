'use client'

import type { Figures } from '#lib/lessons/figures.ts'
import type { Interval } from '#lib/logprobs/measures.ts'
import { formatChance } from '#lib/logprobs/what-if/format.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'

/** How many candidates have a bar of their own; the others are one together. */
const most = 9

/** The candidates at a position with the control at a value; blank blocks while they are hidden. */
export function Bars({
  title,
  figures,
  value,
  isHidden = false,
}: {
  title: string
  figures: Figures
  value: number
  isHidden?: boolean
}) {
  const { candidates, rest } = figures.at(value)
  const shown = candidates.slice(0, most)
  const others = candidates.slice(most).map(({ chance }) => chance)
  const rows = [
    ...shown.map(({ token, chance }) => ({ name: visibleToken(token), chance, isRest: false })),
    { name: `${others.length} more listed`, chance: together(others), isRest: true },
    { name: 'unseen rest', chance: rest.chance, isRest: true },
  ]
  return (
    <section
      aria-label={title}
      data-bars={isHidden ? 'hidden' : 'shown'}
      className="rounded-[8px] border border-line bg-surface p-4"
    >
      <h3 className="mb-2 flex justify-between gap-2 font-semibold">
        {title}
        <span className="text-small font-normal text-ink-2">{isHidden ? 'hidden' : '%'}</span>
      </h3>
      <ul>
        {rows.map(({ name, chance, isRest }, at) => (
          <li
            key={name}
            className="grid h-6 grid-cols-[88px_minmax(0,1fr)_76px] items-center gap-2"
          >
            <span
              className={`truncate text-small ${isRest ? 'text-ink-2' : 'font-mono'} ${at === 0 ? 'font-semibold' : ''}`}
            >
              {name}
            </span>
            <Bar chance={chance} isHidden={isHidden} look={lookOf(at, isRest)} />
            <span className="text-right font-mono text-small">
              {isHidden ? '?' : formatChance(chance, 'percent')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function lookOf(at: number, isRest: boolean): string {
  if (isRest) return 'hatch ring-1 ring-bar ring-inset'
  return at === 0 ? 'bg-accent' : 'bg-bar'
}

/** Filled to the least that is certain; a whisker to the most that is possible. */
function Bar({ chance, isHidden, look }: { chance: Interval; isHidden: boolean; look: string }) {
  if (isHidden) return <span className="h-3.5 rounded-[2px] border border-line bg-sunken" />
  const [low, high] = [100 * chance.lower, 100 * chance.upper]
  return (
    <span aria-hidden className="relative h-3.5">
      <span
        className={`absolute inset-y-0 left-0 rounded-[2px] ${look}`}
        style={{ width: `${low}%` }}
      />
      {high - low > 0.5 && (
        <span
          className="absolute top-1/2 h-px bg-ink-2"
          style={{ left: `${low}%`, width: `${high - low}%` }}
        />
      )}
    </span>
  )
}

function together(chances: readonly Interval[]): Interval {
  return {
    lower: chances.reduce((sum, { lower }) => sum + lower, 0),
    upper: Math.min(
      1,
      chances.reduce((sum, { upper }) => sum + upper, 0),
    ),
  }
}
