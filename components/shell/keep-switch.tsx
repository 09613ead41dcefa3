'use client'

import { useId, useSyncExternalStore } from 'react'
import { keepsNothing, setKeepsNothing, subscribeKeeping } from '#components/playground/storage.ts'
import { useRemembering } from '#components/connection/use-remembered.ts'
import { useServerFacts } from '#components/connection/use-server-facts.ts'
import { deleteHistory } from '#components/history/history-db.ts'
import { forgetPresets } from '#components/presets/forget-presets.ts'
import { useSavedPresets } from '#components/presets/use-saved-presets.ts'
import { Switch } from '#components/ui/switch.tsx'

/** Whether this browser may keep drafts, runs and presets, and a key where that was asked for. */
export function KeepSwitch() {
  const nothing = useSyncExternalStore(subscribeKeeping, keepsNothing, () => false)
  const { facts } = useServerFacts()
  const { forget } = useRemembering()
  const saved = useSavedPresets()
  const note = useId()
  const presets = saved?.ok ? saved.value.presets : []
  const change = (on: boolean) => {
    if (on) {
      void forgetPresets(presets)
      void deleteHistory()
    }
    void setKeepsNothing(on)
    if (on && facts?.remembered.keys.length !== 0) forget()
  }
  return (
    <div className="flex items-start gap-2.5">
      <span className="pt-0.5">
        <Switch id="keep-nothing" checked={nothing} onChange={change} describedBy={note} />
      </span>
      <div>
        <label htmlFor="keep-nothing">Keep nothing on this device</label>
        <p id={note} className="text-small text-ink-2">
          {nothing
            ? 'Drafts, runs, presets and keys are gone with the page.'
            : `Deletes drafts, addresses, runs, remembered keys and ${namedPresets(presets.length)}, and keeps no more of them in this browser.`}
        </p>
      </div>
    </div>
  )
}

function namedPresets(count: number): string {
  if (count === 0) return 'saved presets'
  return count === 1 ? 'your saved preset' : `your ${count} saved presets`
}
