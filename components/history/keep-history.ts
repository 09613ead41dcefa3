import { getCurrentPreset } from '#components/presets/current-preset.ts'
import { keepsNothing } from '#components/playground/storage.ts'
import type { RunRecord } from '#components/run/run-record.ts'
import { getRuns, subscribeRun } from '#components/run/run-store.ts'
import { openPanel } from '#components/shell/panel-store.ts'
import { notify } from '#components/shell/notice.tsx'

/** Keeps every run that ends on this page from now on, until the returned function is called. */
export function keepHistory(): () => void {
  const seen = new Set(getRuns().map(({ id }) => id))
  return subscribeRun(() => {
    for (const run of getRuns()) {
      if (run.running || seen.has(run.id)) continue
      seen.add(run.id)
      // What was made elsewhere is somebody else's run, and what is from the history is in it.
      if (!run.recorded && !keepsNothing()) whenIdle(() => void keep(run, Date.now()))
    }
  })
}

/** Keeping a run takes a few milliseconds, which are not taken from the end of a reply. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 50)
}

async function keep(run: RunRecord, now: number): Promise<void> {
  try {
    const [{ keepRuns }, { keptRun }] = await Promise.all([
      import('./history-db.ts'),
      import('./kept-run.ts'),
    ])
    const kept = await keepRuns([keptRun(run, now, getCurrentPreset().name)])
    if (kept.ok || !isRoomMissing(kept.error)) return
    notify({
      text: `The run was not kept. ${kept.error}`,
      action: { title: 'Open the history', run: () => openPanel('history') },
    })
  } catch {
    // A part of the page that cannot be loaded is no fault of a run.
  }
}

/** A browser that keeps nothing is said to be one in the history; it is no news after each run. */
function isRoomMissing(error: string): boolean {
  return error.startsWith('There is no room')
}
