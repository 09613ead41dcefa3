'use client'

import {
  entropyBounds,
  formatBits,
  formatBitsInterval,
  formatPercent,
  formatRank,
  isUnknown,
  probability,
  rank,
  surprisalBits,
  unseenMass,
} from '#lib/logprobs/index.ts'
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
  const others = othersOf(position)
  const some: [string, string][] = [
    ['Probability', formatPercent(probability(chosen))],
    ['Surprisal', formatBits(surprisalBits(chosen))],
  ]
  if (others.length === 0 && position.chosenAt < 0) return some
  return [
    ...some,
    // The chosen token stands apart: some servers list it wherever it ranks.
    ['Entropy', formatBitsInterval(entropyBounds(others, { chosen }))],
    ['Rank', formatRank(rank(chosen, others, isRanked(position, others)))],
  ]
}

/** What the known tokens of a position leave for all others, in percent; nothing where none is known. */
export function unseenRest(position: Position): string | undefined {
  const { chosen } = position
  const known = [...othersOf(position), ...(isUnknown(chosen) ? [] : [chosen])]
  return known.length > 0 ? formatPercent(unseenMass(known)) : undefined
}

/** The known logprobs of the list, but for the chosen token's. */
function othersOf({ listed, chosenAt }: Position): number[] {
  const others: number[] = []
  for (let place = 0; place < listed.length; place++) {
    const logprob = listed[place]
    if (place !== chosenAt && !isUnknown(logprob)) others.push(logprob)
  }
  return others
}

/** Whether the list tells the rank: one that heads the list, and is not its likeliest, was put there. */
function isRanked({ chosen, chosenAt }: Position, others: readonly number[]): boolean {
  return chosenAt > 0 || (chosenAt === 0 && others.every((other) => other <= chosen))
}
