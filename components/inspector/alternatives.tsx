'use client'

import { isUnknown, probability, unseenMass } from '#lib/logprobs/index.ts'
import type { Outcome } from '#lib/logprobs/what-if/what-if.ts'
import type { Alternative, TokenEntry } from '#lib/reply/token-store.ts'
import { useView } from '#components/reply/view.ts'
import { AlternativeRow } from './alternatives-row.tsx'
import type { KnownBasis } from './logprob-basis.ts'
import { basisWords } from './record-basis.ts'
import type { Picked } from './picked-token.ts'

/** A listed mass below this is said, since then the list hardly tells what could have stood there. */
const hardlyAny = 0.001

/**
 * The likeliest tokens at one position as bars, the chosen one in blue, and the unseen rest. With an
 * outcome each also shows what the sliders make of it.
 */
export function Alternatives({
  entry,
  chosenAt,
  basis,
  outcome,
  picked,
  onPick,
}: {
  entry: TokenEntry
  /** 0-based place of the chosen token in the list; −1 where it is outside. */
  chosenAt: number
  basis: KnownBasis['basis']
  outcome: Outcome | undefined
  picked: Picked
  onPick(picked: Picked): void
}) {
  const { unit } = useView()
  const rows: Alternative[] = chosenAt < 0 ? [...entry.alternatives, entry] : entry.alternatives
  const known = rows.flatMap(({ logprob }) => (isUnknown(logprob) ? [] : [logprob]))
  const rest = unseenMass(known)
  const chances = outcome && [...outcome.listed, ...(chosenAt < 0 ? [outcome.chosen] : [])]
  const largest = Math.max(
    rest,
    ...known.map(probability),
    ...(chances ?? []).map((chance) => (chance && !chance.undecided ? chance.upper : 0)),
    outcome?.unseen.upper ?? 0,
  )
  const shown = unit === 'probability' ? 'percent' : 'bits'
  return (
    <section className="p-4" aria-labelledby="alternatives">
      <div className="mb-1 flex justify-between text-small">
        <h2 id="alternatives" className="font-semibold">
          Alternatives
        </h2>
        <span className="text-ink-3">{basisWords[basis]}</span>
      </div>
      <Cover alternatives={entry.alternatives} />
      <Heads unit={shown} both={outcome !== undefined} />
      <ul>
        {rows.map((row, place) => {
          const isChosen = place === chosenAt || place === entry.alternatives.length
          return (
            <AlternativeRow
              // Providers may list one text twice with different bytes.
              key={`${place}:${row.token}`}
              token={row.token}
              recorded={isUnknown(row.logprob) ? undefined : probability(row.logprob)}
              chance={chances?.[place]}
              both={outcome !== undefined}
              largest={largest}
              unit={shown}
              chosen={isChosen}
              pressed={isChosen ? picked === 'chosen' || picked === place : picked === place}
              onPick={() => onPick(isChosen ? 'chosen' : place)}
            />
          )
        })}
        {(rest > 0.0005 || (outcome?.unseen.upper ?? 0) > 0.0005) && (
          <AlternativeRow
            recorded={rest}
            chance={outcome?.unseen}
            both={outcome !== undefined}
            largest={largest}
            unit={shown}
          />
        )}
      </ul>
      {outcome && <Legend />}
    </section>
  )
}

/** What the list says of itself where it is empty, or covers next to nothing. */
function Cover({ alternatives }: { alternatives: Alternative[] }) {
  if (alternatives.length === 0) {
    return (
      <p className="mb-2 text-small text-ink-2">
        None were sent. Set <em>Top log probabilities</em> to see what else was likely.
      </p>
    )
  }
  const listed = alternatives.flatMap(({ logprob }) => (isUnknown(logprob) ? [] : [logprob]))
  const mass = 1 - unseenMass(listed)
  if (mass >= hardlyAny) return null
  return (
    <p className="mb-2 text-small text-ink-2">
      The listed alternatives cover {(100 * mass).toFixed(4)} %.
    </p>
  )
}

function Heads({ unit, both }: { unit: 'percent' | 'bits'; both: boolean }) {
  const sign = unit === 'percent' ? '%' : 'bits'
  return (
    <div className="flex gap-2 text-tiny whitespace-nowrap text-ink-3" aria-hidden>
      <span className="flex-1">token</span>
      <span>recorded {sign}</span>
      {both && <span className="w-[84px] text-right">what-if {sign}</span>}
    </div>
  )
}

function Legend() {
  return (
    <p
      className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-tiny text-ink-2"
      aria-hidden
    >
      <span className="flex items-center gap-1.5">
        <span className="h-2 w-3.5 border border-ghost" /> recorded
      </span>
      <span className="flex items-center gap-1.5">
        <span className="h-2 w-3.5 bg-accent" /> what-if
      </span>
      <span className="flex items-center gap-1.5">
        <span className="relative h-2 w-3.5 border-x border-ink">
          <span className="absolute inset-x-0 top-[3.5px] h-px bg-ink" />
        </span>
        what the unseen rest allows
      </span>
    </p>
  )
}
