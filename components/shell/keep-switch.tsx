'use client'

import { useSyncExternalStore } from 'react'
import { keepsNothing, setKeepsNothing, subscribeKeeping } from '#components/playground/storage.ts'
import { Switch } from '#components/ui/switch.tsx'

/** Whether this browser may keep drafts and the last run. Keys are never kept. */
export function KeepSwitch() {
  const nothing = useSyncExternalStore(subscribeKeeping, keepsNothing, () => false)
  return (
    <span
      className="mr-2 flex items-center gap-2 text-ink-2"
      title="Forgets drafts, addresses and the last run, and stops keeping them in this browser. Keys are never kept."
    >
      <Switch id="keep-nothing" checked={nothing} onChange={(on) => void setKeepsNothing(on)} />
      <label htmlFor="keep-nothing">
        Keep nothing<span className="max-md:sr-only"> on this device</span>
      </label>
    </span>
  )
}
