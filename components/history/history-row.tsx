'use client'

import { memo } from 'react'
import type { RunSummary } from '#lib/history/summary.ts'
import { IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { timeOf, type useRunActions } from './use-run-actions.ts'

/** One kept run: what it was about, how it came out, and what can be done with it. */
export const HistoryRow = memo(function HistoryRow({
  run,
  isChosen,
  onChoose,
  actions,
}: {
  run: RunSummary
  isChosen: boolean
  onChoose(): void
  actions: ReturnType<typeof useRunActions>
}) {
  const name = `run of ${timeOf(run)}`
  return (
    <li
      data-kept-run={run.id}
      className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-2 border-t border-line py-2 hover:bg-hover max-md:grid-cols-[20px_minmax(0,1fr)]"
    >
      <input
        type="checkbox"
        aria-label={`Compare ${name}`}
        checked={isChosen}
        onChange={onChoose}
        className="mt-1 size-3.5 accent-accent"
      />
      <button
        type="button"
        aria-label={`Show ${name}`}
        onClick={() => void actions.show(run.id)}
        className="min-w-0 text-left"
      >
        <span className="flex min-w-0 items-baseline gap-2 text-small text-ink-2">
          {run.pinned && <Icon name="pin" size={12} label="pinned" />}
          {run.failed && (
            <span className="self-center text-danger">
              <Icon name="error" size={12} label="failed" />
            </span>
          )}
          {run.isBranch && <Icon name="branch" size={12} label="branch" />}
          <span className="whitespace-nowrap">{timeOf(run)}</span>
          <span className="truncate font-mono text-tiny">{run.model}</span>
          {run.presetName && <span className="truncate">{run.presetName}</span>}
        </span>
        <span className="block truncate">{run.prompt || 'No text'}</span>
        <span className="block truncate text-ink-2">{run.opening || 'No reply'}</span>
        <span className="text-tiny text-ink-3">{factsOf(run).join(' · ')}</span>
      </button>
      <span className="flex gap-0.5 max-md:col-start-2">
        <IconButton
          icon="undo"
          label={`Restore the form of ${name}`}
          onClick={() => void actions.restore(run.id)}
        />
        <IconButton
          icon="pin"
          label={`${run.pinned ? 'Unpin' : 'Pin'} ${name}`}
          aria-pressed={run.pinned}
          className={run.pinned ? 'text-accent' : ''}
          onClick={() => void actions.pin(run)}
        />
        <IconButton
          icon="trash"
          label={`Delete ${name}`}
          onClick={() => void actions.remove(run)}
        />
      </span>
    </li>
  )
})

function factsOf(run: RunSummary): string[] {
  return [
    run.temperature === undefined ? '' : `T ${run.temperature}`,
    run.seed === undefined ? '' : `seed ${run.seed}`,
    run.choices > 1 ? `${run.choices} choices` : '',
    run.tokens > 0 ? `${run.tokens.toLocaleString('en')} tokens` : '',
    run.meanBits === undefined ? '' : `mean ${run.meanBits.toFixed(2)} bit`,
    run.finishReason ? `finish ${run.finishReason}` : '',
  ].filter(Boolean)
}
