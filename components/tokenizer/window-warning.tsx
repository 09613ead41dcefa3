'use client'

import { Icon } from '#components/ui/icon.tsx'
import { useRoom } from './room.ts'

/** Warns where prompt and reply need more tokens than the model’s context window has; nothing is blocked. */
export function WindowWarning({ needed }: { needed: number }) {
  const room = useRoom()
  if (room === undefined || needed <= room) return null
  return (
    <span
      data-window-warning
      title={`Prompt and reply may need ${needed.toLocaleString('en')} tokens.`}
      className="flex min-w-0 items-center gap-1.5 text-warn"
    >
      <Icon name="error" size={14} />
      <span className="truncate">over the window of {room.toLocaleString('en')}</span>
    </span>
  )
}
