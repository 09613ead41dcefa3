'use client'

import { lazy, Suspense, useMemo } from 'react'
import { formatLogprob, heatStep, isUnknown } from '#lib/logprobs/index.ts'
import { readWhatIf } from '#lib/reply/what-if-reader.ts'
import type { Alternative, TokenEntry } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { useSelection } from '#components/reply/selection.ts'
import { tintOf } from '#components/reply/tint.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { Alternatives } from './alternatives.tsx'
import { useChosenToken, type ChosenToken } from './chosen-token.ts'
import { useLogprobBasis } from './logprob-basis.ts'
import { pickToken, usePickedToken } from './picked-token.ts'
import { TokenFigures, unseenRest } from './token-tab-figures.tsx'
import { useWhatIf } from './what-if-store.ts'

// Nobody needs the sliders before the first reply, so they are no part of the first load.
const WhatIfPanel = lazy(async () => ({ default: (await import('./what-if.tsx')).WhatIfPanel }))

/** One token: how likely it was, what else could have stood there, and what sliders make of it. */
export function TokenTab({ run }: { run: RunRecord }) {
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
  return <TokenPanel run={run} chosen={chosen} />
}

function TokenPanel({ run, chosen }: { run: RunRecord; chosen: ChosenToken }) {
  const { entry, index, tokens } = chosen
  const { choice } = useSelection()
  const picked = usePickedToken()
  const basis = useLogprobBasis(run)
  const state = useWhatIf(run)
  const position = tokens.position(index)
  const { settings, basis: recordBasis, changed } = state
  const reader = useMemo(
    () => (changed ? readWhatIf(tokens, settings, recordBasis) : undefined),
    [tokens, settings, recordBasis, changed],
  )
  return (
    <div data-token-panel>
      <section className="border-b border-line p-4" aria-label="Token">
        <TokenHead {...chosen} />
        <TokenFigures position={position} />
        <Recorded entry={entry} rest={unseenRest(position)} />
      </section>
      <Alternatives
        entry={entry}
        chosenAt={position.chosenAt}
        basis={basis}
        outcome={reader?.outcome(index)}
        picked={picked}
        onPick={(next) => pickToken({ choice, token: index, picked: next })}
      />
      <Suspense>
        <WhatIfPanel run={run} tokens={tokens} picked={named(entry, picked)} state={state} />
      </Suspense>
    </div>
  )
}

/** The picked token; the chosen one where the list has no such place. */
function named(entry: TokenEntry, picked: number | 'chosen'): Alternative {
  return (picked === 'chosen' ? undefined : entry.alternatives[picked]) ?? entry
}

function TokenHead({ entry, index, tokens }: ChosenToken) {
  return (
    <div className="flex items-center gap-2 font-mono text-[16px]/6 font-semibold">
      <b
        className={`min-w-0 rounded-[4px] px-1.5 py-0.5 wrap-anywhere no-underline! ${tintOf(heatStep(entry.logprob), 'bg-sunken')}`}
      >
        {visibleToken(entry.token)}
      </b>
      <span className="ml-auto font-sans text-base font-normal whitespace-nowrap text-ink-2">
        position <span className="font-medium text-ink">{index + 1}</span> of {tokens.length}
      </span>
    </div>
  )
}

/** The token as it was recorded: logprob, the rest beside it, its id where it was told, its bytes. */
function Recorded({ entry, rest }: { entry: TokenEntry; rest: string | undefined }) {
  const { logprob, bytes, id } = entry
  const parts = [
    ...(isUnknown(logprob) ? [] : [`logprob ${formatLogprob(logprob)}`]),
    ...(rest === undefined ? [] : [`unseen rest ${rest}`]),
    ...(id === undefined ? [] : [`vocabulary id ${id}`]),
  ]
  return (
    <div className="mt-2 font-mono text-tiny text-ink-3">
      {parts.length > 0 && <p>{parts.join(', ')}</p>}
      {bytes && (
        <p className="wrap-anywhere">
          bytes {bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}
        </p>
      )}
    </div>
  )
}
