'use client'

import { useRef, useState } from 'react'
import type { HistoryLimits } from '#lib/history/limits.ts'
import type { RunSummary } from '#lib/history/summary.ts'
import { KeepSwitch } from '#components/shell/keep-switch.tsx'
import { Button } from '#components/ui/button.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { deleteHistory, deleteRuns } from './history-db.ts'
import { exportRuns, importRuns } from './transfer.ts'

/** How much is kept, how to take it along, and how to be rid of it. */
export function HistoryFoot({
  runs,
  limits,
}: {
  runs: readonly RunSummary[]
  limits: HistoryLimits
}) {
  const [said, setSaid] = useState('')
  const say = (text: string) => {
    setSaid(text)
    announce(text)
  }
  return (
    <div className="mt-4 border-t border-line pt-3">
      <Used runs={runs} limits={limits} />
      <Transfer runs={runs} say={say} />
      {said && <p className="mt-2 text-small text-ink-2">{said}</p>}
      <div className="mt-3">
        <KeepSwitch />
      </div>
    </div>
  )
}

function Used({ runs, limits }: { runs: readonly RunSummary[]; limits: HistoryLimits }) {
  const bytes = runs.reduce((sum, run) => sum + run.bytes, 0)
  const share = Math.min(100, 100 * Math.max(bytes / limits.bytes, runs.length / limits.runs))
  return (
    <>
      <p className="text-small text-ink-2" data-history-used>
        {megabytes(bytes)} of at most {megabytes(limits.bytes)}, {runs.length.toLocaleString('en')}{' '}
        of at most {limits.runs.toLocaleString('en')} runs. Beyond that the oldest go that are not
        pinned.
      </p>
      <div
        aria-hidden
        className="mt-1 h-1.5 overflow-hidden rounded-[2px] bg-sunken forced-colors:border"
      >
        <div className="h-full bg-bar" style={{ width: `${share}%` }} />
      </div>
    </>
  )
}

function Transfer({ runs, say }: { runs: readonly RunSummary[]; say(text: string): void }) {
  const file = useRef<HTMLInputElement>(null)
  const [asks, setAsks] = useState(false)
  const pinned = runs.filter((run) => run.pinned)
  const clear = async (withPinned: boolean) => {
    setAsks(false)
    const loose = runs.filter((run) => !run.pinned).map(({ id }) => id)
    const done = withPinned ? await deleteHistory() : await deleteRuns(loose)
    say(done.ok ? `Deleted ${counted(withPinned ? runs.length : loose.length)}.` : done.error)
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button disabled={runs.length === 0} onClick={() => void exportRuns(runs).then(say)}>
        Export all
      </Button>
      <Button onClick={() => file.current?.click()}>Import…</Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label="History file"
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) void importRuns(chosen).then(say)
          target.value = ''
        }}
      />
      {asks ? (
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <span>Delete {counted(runs.length)}?</span>
          {pinned.length > 0 && (
            <Button onClick={() => void clear(false)}>All but {pinned.length} pinned</Button>
          )}
          <Button look="primary" onClick={() => void clear(true)}>
            Delete all
          </Button>
          <Button look="plain" onClick={() => setAsks(false)}>
            Cancel
          </Button>
        </span>
      ) : (
        <Button className="ml-auto" disabled={runs.length === 0} onClick={() => setAsks(true)}>
          Clear all…
        </Button>
      )}
    </div>
  )
}

function counted(count: number): string {
  return count === 1 ? 'one run' : `${count.toLocaleString('en')} runs`
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
