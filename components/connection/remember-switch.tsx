'use client'

import { useId, useSyncExternalStore } from 'react'
import type { Remembered } from '#lib/request/remembered.ts'
import { keepsNothing, subscribeKeeping } from '#components/playground/storage.ts'
import { Switch } from '#components/ui/switch.tsx'

/** Asks whether the key may be kept in this browser, and says how and for how long; or why it cannot. */
export function RememberSwitch({
  remembered,
  origin,
  checked,
  onChange,
}: {
  remembered: Remembered
  origin: string
  checked: boolean
  onChange(checked: boolean): void
}) {
  const id = useId()
  const nothing = useSyncExternalStore(subscribeKeeping, keepsNothing, () => false)
  const refusal = nothing ? '“Keep nothing on this device” is on.' : remembered.refusal
  if (refusal) {
    return <p className="mt-1 text-small text-ink-2">Keys are not remembered here: {refusal}</p>
  }
  return (
    <div className="mt-1.5">
      <div className="flex items-center gap-2">
        <Switch id={id} checked={checked} onChange={onChange} describedBy={`${id}-note`} />
        <label htmlFor={id}>Remember on this device</label>
      </div>
      <p id={`${id}-note`} className="mt-1 text-small text-ink-2">
        For {remembered.days} days and for {origin} only, sealed in a cookie that no script can
        read.
      </p>
    </div>
  )
}
