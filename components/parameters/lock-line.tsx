'use client'

import { registry } from '#lib/parameters/index.ts'
import { setCurrentPreset, useCurrentPreset } from '#components/presets/current-preset.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Says that controls are locked, and lifts the locks: they are the author's advice, no barrier. */
export function LockLine() {
  const current = useCurrentPreset()
  const { unlocked } = current
  if (!unlocked) return null
  const count = registry.length - unlocked.length
  const lift = () => {
    setCurrentPreset({ ...current, unlocked: undefined })
    announce('All controls are unlocked.')
  }
  return (
    <p className="flex items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-small">
      <Icon name="lock" size={14} />
      <span className="min-w-0 flex-1">
        {count === 1 ? 'One control is' : `${count} controls are`} locked by the author of this
        preset.
      </span>
      <Button look="plain" onClick={lift}>
        Unlock all
      </Button>
    </p>
  )
}
