'use client'

import { useSyncExternalStore } from 'react'
import { keepsNothing, setKeepsNothing, subscribeKeeping } from '#components/playground/storage.ts'
import { useRemembering } from '#components/connection/use-remembered.ts'
import { useServerFacts } from '#components/connection/use-server-facts.ts'
import { Switch } from '#components/ui/switch.tsx'

/** Whether this browser may keep drafts and the last run, and a key where that was asked for. */
export function KeepSwitch() {
  const nothing = useSyncExternalStore(subscribeKeeping, keepsNothing, () => false)
  const { facts } = useServerFacts()
  const { forget } = useRemembering()
  const change = (on: boolean) => {
    void setKeepsNothing(on)
    if (on && facts?.remembered.keys.length !== 0) forget()
  }
  return (
    <span
      className="mr-2 flex items-center gap-2 text-ink-2"
      title="Forgets drafts, addresses, the last run and remembered keys, and stops keeping them in this browser."
    >
      <Switch id="keep-nothing" checked={nothing} onChange={change} />
      <label htmlFor="keep-nothing">
        Keep nothing<span className="max-md:sr-only"> on this device</span>
      </label>
    </span>
  )
}
