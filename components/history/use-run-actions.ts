'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { RunSummary } from '#lib/history/summary.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { openPreset } from '#components/presets/open-preset.ts'
import { tellOpened } from '#components/share/apply.ts'
import { placeRun } from '#components/run/run-store.ts'
import { notify } from '#components/shell/notice.tsx'
import type { Preset } from '#lib/preset/preset.ts'
import { deleteRuns, keepRuns, pinRun, readKept, type KeptRun } from './history-db.ts'
import { recordOfKept } from './kept-run.ts'

/** What can be done with a kept run; each says what came of it. */
export function useRunActions(onClose: () => void) {
  const form = useParameterForm()
  const router = useRouter()
  const withKept = useCallback(async (id: string, work: (kept: KeptRun) => void) => {
    const kept = await readKept(id)
    if (kept) work(kept)
    else notify({ text: 'This run is no longer kept, or cannot be read.' })
  }, [])
  return {
    /** Brings its reply into view. */
    show: (id: string) =>
      withKept(id, (kept) => {
        onClose()
        placeRun(recordOfKept(kept))
      }),
    /** Puts its settings into the form, as one step. */
    restore: (id: string) =>
      withKept(id, ({ body, summary }) => {
        onClose()
        // The settings of a run were checked when it was sent.
        const settings = body.settings as Preset['settings']
        const { presetName } = summary
        openPreset(form, { settings, ...(presetName ? { name: presetName } : {}) })
        tellOpened(form, `the settings of the run of ${timeOf(summary)}`)
      }),
    pin: ({ id, pinned }: RunSummary) => pinRun(id, !pinned),
    /** Deletes it; the notice brings it back. */
    remove: async ({ id, ...summary }: RunSummary) => {
      const kept = await readKept(id)
      const done = await deleteRuns([id])
      if (!done.ok) return notify({ text: done.error })
      const undo = kept && { action: { title: 'Undo', run: () => void bringBack(kept) } }
      notify({ text: `Deleted the run of ${timeOf(summary)}.`, ...undo })
    },
    compare: ([a, b]: readonly string[]) => {
      onClose()
      router.push(`/compare?a=${a ?? ''}&b=${b ?? ''}`)
    },
  }
}

async function bringBack(kept: KeptRun): Promise<void> {
  const done = await keepRuns([kept])
  if (!done.ok) notify({ text: `The run was not brought back. ${done.error}` })
}

/** When a run began, in words. */
export function timeOf({ at }: Pick<RunSummary, 'at'>): string {
  return new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' })
}
