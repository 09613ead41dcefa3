'use client'

import {
  formatBits,
  formatBitsInterval,
  formatPercent,
  formatRank,
  isUnknown,
  probability,
  surprisalBits,
} from '#lib/logprobs/index.ts'
import { entropyAt, rankAt } from '#lib/logprobs/position-measures.ts'
import type { Position } from '#lib/logprobs/position.ts'

/** What a position says in figures: exact ones, and intervals where the list is too short. */
export function TokenFigures({ position }: { position: Position }) {
  return (
    <div className="overflow-hidden">
      {/* The line before the first figure of each row lies outside. */}
      <dl className="mt-3 -ml-[9px] flex flex-wrap gap-y-2">
        {figuresOf(position).map(([name, value]) => (
          <div key={name} className="border-l border-line px-2">
            <dt className="text-tiny text-ink-3">{name}</dt>
            <dd className="font-mono">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function figuresOf(position: Position): [string, string][] {
  const { chosen } = position
  if (isUnknown(chosen)) return [['Probability', 'unknown']]
  const [entropy, rank] = [entropyAt(position), rankAt(position)]
  return [
    ['Probability', formatPercent(probability(chosen))],
    ['Surprisal', formatBits(surprisalBits(chosen))],
    ...(entropy ? [['Entropy', formatBitsInterval(entropy)] as [string, string]] : []),
    ...(rank ? [['Rank', formatRank(rank)] as [string, string]] : []),
  ]
}
