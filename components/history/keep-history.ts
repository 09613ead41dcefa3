import { getCurrentPreset } from '#components/presets/current-preset.ts'
import { keepsNothing, noteOwed, recallOwed, settleOwed } from '#components/playground/storage.ts'
import type { RunRecord } from '#components/run/run-record.ts'
import { getRuns, subscribeRun } from '#components/run/run-store.ts'
import { openPanel } from '#components/shell/panel-store.ts'
import { notify } from '#components/shell/notice.tsx'

let isKeeping = false

/**
 * Keeps every run that ends from now on, also one that ends because its page is left. The last run is kept
 * now where the page was left before the database had it.
 */
export function keepHistory(): void {
  if (isKeeping) return
  isKeeping = true
  const owed = recallOwed()
  const over = getRuns().filter(({ id, running }) => !running && id !== owed?.id)
  const seen = new Set(over.map(({ id }) => id))
  const look = () => {
    for (const run of getRuns()) {
      if (seen.has(run.id)) continue
      // What was made elsewhere is somebody else's run, and what is from the history is in it.
      if (run.recorded || keepsNothing()) seen.add(run.id)
      // Loaded while the reply comes, so that a reload right after its end finds it kept.
      else if (run.running) void load().catch(() => undefined)
      else {
        seen.add(run.id)
        const at = run.id === owed?.id ? owed.at : Date.now()
        noteOwed({ id: run.id, at })
        inTime(run, () => void keep(run, at))
      }
    }
  }
  look()
  subscribeRun(look)
}

const load = () => Promise.all([import('./history-db.ts'), import('./kept-run.ts')])

/** From this many characters on keeping a run takes more than a frame. */
const long = 1_000_000

/** At once, but for very long runs, which wait until the page has nothing else to do. */
function inTime(run: RunRecord, work: () => void): void {
  const canWait = run.characters >= long && typeof requestIdleCallback === 'function'
  if (canWait) requestIdleCallback(work, { timeout: 2000 })
  else work()
}

async function keep(run: RunRecord, now: number): Promise<void> {
  try {
    const [{ keepRuns }, { keptRun }] = await load()
    const kept = await keepRuns([keptRun(run, now, getCurrentPreset().name)])
    if (kept.ok || !isRoomMissing(kept.error)) return
    notify({
      text: `The run was not kept. ${kept.error}`,
      action: { title: 'Open the history', run: () => openPanel('history') },
    })
  } catch {
    // A part of the page that cannot be loaded is no fault of a run.
  } finally {
    settleOwed(run.id)
  }
}

/** A browser that keeps nothing is said to be one in the history; it is no news after each run. */
function isRoomMissing(error: string): boolean {
  return error.startsWith('There is no room')
}
