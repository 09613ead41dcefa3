'use client'

import { useDeferredValue, useState, useSyncExternalStore } from 'react'
import { isWithin, type RunFilter, type RunSummary } from '#lib/history/summary.ts'
import { keepsNothing, subscribeKeeping } from '#components/playground/storage.ts'
import { Button } from '#components/ui/button.tsx'
import { NoticeLine } from '#components/shell/notice.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { HistoryFoot } from './history-foot.tsx'
import { HistoryRow } from './history-row.tsx'
import { useHistory } from './use-history.ts'
import { useRunActions } from './use-run-actions.ts'

/** Rows that are drawn before more are asked for. */
const page = 100

/** Every run that this browser keeps: to find, show, restore, compare and delete. */
export function HistoryPanel({ onClose }: { onClose(): void }) {
  const history = useHistory()
  return (
    <Dialog open onClose={onClose} title="History" width={860}>
      <NoticeLine inPanel />
      {history && !history.runs.ok && <p className="text-ink-2">{history.runs.error}</p>}
      {history?.runs.ok && <Runs runs={history.runs.value} onClose={onClose} />}
      {history && (
        <HistoryFoot runs={history.runs.ok ? history.runs.value : []} limits={history.limits} />
      )}
    </Dialog>
  )
}

function Runs({ runs, onClose }: { runs: readonly RunSummary[]; onClose(): void }) {
  const [filter, setFilter] = useState<RunFilter>({ text: '', model: '', only: 'all' })
  const [most, setMost] = useState(page)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const wanted = useDeferredValue(filter)
  const actions = useRunActions(onClose)
  const keepsNone = useSyncExternalStore(subscribeKeeping, keepsNothing, () => false)
  if (runs.length === 0) {
    return (
      <p className="text-ink-2">
        {keepsNone
          ? 'No run is kept, because “Keep nothing on this device” is on.'
          : 'No run is kept yet. Every run that ends here will be.'}
      </p>
    )
  }
  const found = runs.filter((run) => isWithin(run, wanted))
  // Two are compared: the third takes the place of the first.
  const choose = (id: string) =>
    setChosen((now) =>
      now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-2),
    )
  return (
    <>
      <HistoryFilter runs={runs} filter={filter} onFilter={setFilter} />
      <div className="sticky -top-1 z-10 flex min-h-9 items-center gap-2 bg-raised text-small text-ink-2">
        <span role="status">
          {found.length === runs.length
            ? counted(runs.length)
            : `${found.length} of ${counted(runs.length)}`}
        </span>
        {runs.length > 1 && (
          <span className="ml-auto flex items-center gap-2">
            {['Tick two to compare them', 'Tick one more to compare'][chosen.length]}
            {chosen.length === 2 && (
              <Button look="primary" onClick={() => actions.compare(chosen)}>
                Compare the two
              </Button>
            )}
          </span>
        )}
      </div>
      <ul>
        {found.slice(0, most).map((run) => (
          <HistoryRow
            key={run.id}
            run={run}
            isChosen={chosen.includes(run.id)}
            onChoose={() => choose(run.id)}
            actions={actions}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button className="mt-2" onClick={() => setMost(most + page)}>
          Show {Math.min(page, found.length - most)} more
        </Button>
      )}
    </>
  )
}

function counted(count: number): string {
  return count === 1 ? 'one run' : `${count.toLocaleString('en')} runs`
}
