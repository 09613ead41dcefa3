'use client'

import {
  formatPercent,
  isUnknown,
  probability,
  surprisalBits,
  unseenMass,
} from '#lib/logprobs/index.ts'
import type { Alternative, TokenEntry } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import { useView, type Unit } from '#components/reply/view.ts'
import { isSameToken } from '#lib/reply/same-token.ts'

/** The likeliest tokens at one position as bars, the chosen one in blue, and the unseen rest. */
export function Alternatives({ entry }: { entry: TokenEntry }) {
  const { unit } = useView()
  const inList = entry.alternatives.some((one) => isSameToken(one, entry))
  const rows = inList ? entry.alternatives : [...entry.alternatives, entry]
  const known = rows.flatMap(({ logprob }) => (isUnknown(logprob) ? [] : [logprob]))
  const rest = unseenMass(known)
  const largest = Math.max(rest, ...known.map(probability))
  return (
    <section className="p-4">
      <h2 className="mb-2 flex justify-between text-small font-semibold">
        Alternatives
        <span className="font-normal text-ink-3">
          {unit === 'probability' ? 'percent' : 'bits'}
        </span>
      </h2>
      {entry.alternatives.length === 0 && (
        <p className="mb-2 text-small text-ink-2">
          None were sent. Set <em>Top log probabilities</em> to see what else was likely.
        </p>
      )}
      <ul>
        {rows.map((row, index) => (
          <Bar
            // Providers may list one text twice with different bytes.
            key={`${index}:${row.token}`}
            name={visibleToken(row.token)}
            share={isUnknown(row.logprob) ? 0 : probability(row.logprob) / largest}
            value={figure(row, unit)}
            chosen={isSameToken(row, entry)}
          />
        ))}
        {rest > 0.0005 && (
          <Bar name="unseen rest" share={rest / largest} value={formatPercent(rest)} rest />
        )}
      </ul>
    </section>
  )
}

function figure({ logprob }: Alternative, unit: Unit): string {
  if (isUnknown(logprob)) return 'unknown'
  return unit === 'probability'
    ? formatPercent(probability(logprob))
    : surprisalBits(logprob).toFixed(2)
}

function Bar({
  name,
  share,
  value,
  chosen = false,
  rest = false,
}: {
  name: string
  /** Of the longest bar, 0 to 1. */
  share: number
  value: string
  chosen?: boolean
  rest?: boolean
}) {
  const plain = chosen ? 'bg-accent' : 'bg-bar'
  const fill = rest ? 'hatch ring-1 ring-bar ring-inset' : plain
  return (
    <li
      data-chosen={chosen || undefined}
      className={`grid h-6 grid-cols-[minmax(0,88px)_minmax(0,1fr)_64px] items-center gap-2 ${chosen ? 'font-semibold' : ''}`}
    >
      <span
        className={`truncate ${rest ? 'text-small text-ink-2' : 'font-mono text-small whitespace-pre'}`}
      >
        {name}
      </span>
      <span className="h-2.5">
        <span
          className={`block h-full min-w-px rounded-[1px] forced-colors:bg-[CanvasText] ${fill}`}
          style={{ width: `${100 * share}%` }}
        />
      </span>
      <span className="text-right font-mono text-small">{value}</span>
    </li>
  )
}
