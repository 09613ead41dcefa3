'use client'

import { formatPercent, isUnknown, probability } from '#lib/logprobs/index.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import { useSelection } from '#components/reply/selection.ts'
import { useRunRecord } from '#components/run/run-store.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useChosenToken } from './chosen-token.ts'

/** On a narrow screen: the chosen token in one line above the dock; a tap opens the inspector. */
export function TokenPeek({ onOpen }: { onOpen(): void }) {
  const { run } = useRunRecord()
  const { token } = useSelection()
  const chosen = useChosenToken(run)
  if (!chosen || token === undefined) return null
  const { logprob } = chosen.entry
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full items-center gap-3 border-t border-line bg-canvas px-4 py-2.5 text-left"
    >
      <b className="min-w-0 truncate font-mono">{visibleToken(chosen.entry.token)}</b>
      <span>{isUnknown(logprob) ? 'unknown' : formatPercent(probability(logprob))}</span>
      <span className="text-ink-3">
        {chosen.index + 1} of {chosen.tokens.length}
      </span>
      <span className="ml-auto text-ink-3">
        <Icon name="chevron-right" />
      </span>
    </button>
  )
}
