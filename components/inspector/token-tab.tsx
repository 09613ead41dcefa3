'use client'

import { lazy, Suspense } from 'react'
import type { RunRecord } from '#components/run/run-store.ts'
import { useChosenToken } from './chosen-token.ts'

// Nobody sees it before the first reply, so it is no part of the first load.
const TokenPanel = lazy(async () => ({ default: (await import('./token-panel.tsx')).TokenPanel }))

/** The chosen token, or why there is none to show. */
export function TokenTab({
  run,
  onShowParameter,
}: {
  run: RunRecord
  onShowParameter(parameter: string): void
}) {
  const chosen = useChosenToken(run)
  if (run.reply.choices.length === 0) return <p className="p-4 text-ink-2">No tokens have come.</p>
  if (!chosen && callsOnly(run)) {
    return (
      <p className="p-4 text-ink-2">
        This reply is a tool call. Log probabilities are sent for text, not for the arguments of
        calls.
      </p>
    )
  }
  if (!chosen) {
    return (
      <p className="p-4 text-ink-2">
        This reply has no log probabilities. Set <em>Include log probabilities</em> and run again;
        not every provider sends them.
      </p>
    )
  }
  return (
    <Suspense>
      <TokenPanel run={run} chosen={chosen} onShowParameter={onShowParameter} />
    </Suspense>
  )
}

/** Whether all that came are tool calls. */
function callsOnly({ reply: { choices } }: RunRecord): boolean {
  return choices.every(
    ({ content, refusal, toolCalls }) => content === '' && refusal === '' && toolCalls.length > 0,
  )
}
