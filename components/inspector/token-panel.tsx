'use client'

import { useMemo } from 'react'
import { formatLogprob, formatPercent, heatStep, isUnknown } from '#lib/logprobs/index.ts'
import { unseenAt } from '#lib/logprobs/position-measures.ts'
import { readWhatIf } from '#lib/reply/what-if-reader.ts'
import type { Alternative, TokenEntry } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { useSelection } from '#components/reply/selection.ts'
import { tintOf } from '#components/reply/tint.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { Alternatives } from './alternatives.tsx'
import { BiasActions } from './bias-actions.tsx'
import { BranchActions } from './branch-actions.tsx'
import type { ChosenToken } from './chosen-token.ts'
import { useLogprobBasis } from './logprob-basis.ts'
import { pickToken, usePickedToken } from './picked-token.ts'
import { Probe } from './probe.tsx'
import { TokenId } from './token-id.tsx'
import { TokenFigures } from './token-tab-figures.tsx'
import { useWhatIf } from './what-if-store.ts'
import { WhatIfPanel } from './what-if.tsx'

/** One token: how likely it was, what else could have stood there, and what can be done about it. */
export function TokenPanel({
  run,
  chosen,
  onShowParameter,
}: {
  run: RunRecord
  chosen: ChosenToken
  onShowParameter(parameter: string): void
}) {
  const { entry, index, tokens } = chosen
  const { choice } = useSelection()
  const picked = usePickedToken()
  const { basis: known } = useLogprobBasis(run)
  const state = useWhatIf(run)
  const position = tokens.position(index)
  const pickedToken = named(entry, picked)
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
        <Recorded entry={entry} rest={unseenAt(position)} />
        <TokenId run={run} token={entry} />
      </section>
      <Alternatives
        entry={entry}
        chosenAt={position.chosenAt}
        basis={known}
        outcome={reader?.outcome(index)}
        picked={picked}
        onPick={(next) => pickToken({ choice, token: index, picked: next })}
      />
      <WhatIfPanel run={run} tokens={tokens} picked={pickedToken} state={state} />
      <BranchActions
        run={run}
        {...(picked === 'chosen' || picked === position.chosenAt ? {} : { alternative: picked })}
      />
      <BiasActions run={run} token={pickedToken} onShowParameter={onShowParameter} />
      <Probe run={run} />
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

/** The token as it was recorded: its logprob, the rest beside what is listed, and its bytes. */
function Recorded({
  entry: { logprob, bytes },
  rest,
}: {
  entry: TokenEntry
  rest: number | undefined
}) {
  const parts = [
    ...(isUnknown(logprob) ? [] : [`logprob ${formatLogprob(logprob)}`]),
    ...(rest === undefined ? [] : [`unseen rest ${formatPercent(rest)}`]),
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
