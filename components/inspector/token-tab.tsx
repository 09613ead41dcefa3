'use client'

import { lazy, Suspense } from 'react'
import {
  entropyBounds,
  formatBits,
  formatBitsInterval,
  formatLogprob,
  formatPercent,
  formatRank,
  heatStep,
  isUnknown,
  probability,
  rank,
  surprisalBits,
} from '#lib/logprobs/index.ts'
import type { TokenEntry } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import { tintOf } from '#components/reply/tint.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { Alternatives } from './alternatives.tsx'
import { useChosenToken } from './chosen-token.ts'
import { isSameToken } from '#lib/reply/same-token.ts'

// Nobody needs these before the first run, so they are no part of the first load.
const BiasActions = lazy(async () => ({
  default: (await import('./bias-actions.tsx')).BiasActions,
}))
const TokenId = lazy(async () => ({ default: (await import('./token-id.tsx')).TokenId }))

/** One token: how likely it was, and what else could have stood there. */
export function TokenTab({
  run,
  onShowParameter,
}: {
  run: RunRecord
  onShowParameter(parameter: string): void
}) {
  const chosen = useChosenToken(run)
  if (run.reply.choices.length === 0) return <p className="p-4 text-ink-2">No tokens have come.</p>
  if (!chosen) {
    return (
      <p className="p-4 text-ink-2">
        This reply has no log probabilities. Set <em>Include log probabilities</em> and run again;
        not every provider sends them.
      </p>
    )
  }
  const { entry, index, tokens } = chosen
  const step = heatStep(entry.logprob)
  return (
    <div data-token-panel>
      <section className="border-b border-line p-4">
        <div className="flex items-center gap-2 font-mono text-[16px]/6 font-semibold">
          <b
            className={`min-w-0 rounded-[4px] px-1.5 py-0.5 wrap-anywhere no-underline! ${tintOf(step, 'bg-sunken')}`}
          >
            {visibleToken(entry.token)}
          </b>
          <span className="ml-auto font-sans text-base font-normal whitespace-nowrap text-ink-2">
            position <span className="font-medium text-ink">{index + 1}</span> of {tokens.length}
          </span>
        </div>
        <Figures entry={entry} />
        {!isUnknown(entry.logprob) && (
          <p className="mt-2 font-mono text-tiny text-ink-3">
            logprob {formatLogprob(entry.logprob)}
          </p>
        )}
        {entry.bytes && (
          <p className="font-mono text-tiny wrap-anywhere text-ink-3">
            bytes {entry.bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}
          </p>
        )}
        <Suspense>
          <TokenId run={run} token={entry} />
        </Suspense>
      </section>
      <Alternatives entry={entry} />
      <Suspense>
        <BiasActions run={run} token={entry} onShowParameter={onShowParameter} />
      </Suspense>
    </div>
  )
}

function Figures({ entry }: { entry: TokenEntry }) {
  const listed = entry.alternatives.flatMap(({ logprob }) => (isUnknown(logprob) ? [] : [logprob]))
  const inList = entry.alternatives.some((one) => isSameToken(one, entry))
  const { logprob } = entry
  const figures: [string, string][] = isUnknown(logprob)
    ? [['Probability', 'unknown']]
    : [
        ['Probability', formatPercent(probability(logprob))],
        ['Surprisal', formatBits(surprisalBits(logprob))],
        ...(listed.length > 0 ? shape(logprob, listed, inList) : []),
      ]
  return (
    <dl className="mt-3 flex flex-wrap gap-y-2">
      {figures.map(([name, value]) => (
        <div key={name} className="border-l border-line px-3 first:border-l-0 first:pl-0">
          <dt className="text-tiny text-ink-3">{name}</dt>
          <dd className="font-mono">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function shape(logprob: number, listed: number[], inList: boolean): [string, string][] {
  const all = inList ? listed : [...listed, logprob]
  return [
    ['Entropy', formatBitsInterval(entropyBounds(all))],
    ['Rank', formatRank(rank(logprob, listed, inList))],
  ]
}
