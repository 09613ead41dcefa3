'use client'

import { useWatch } from 'react-hook-form'
import { Icon } from '#components/ui/icon.tsx'
import { useControl } from '#components/parameters/form-context.tsx'
import { tokensText, useTotal } from './count.tsx'
import { replyLimit, useRoom } from './room.ts'

/** What goes in and what may come out, and a warning where that is more than the model takes. */
export function RunCount() {
  const { total, isExact } = useTotal()
  const most = useWatch({ control: useControl(), compute: replyLimit })
  const room = useRoom()
  const out = most?.whole
  if (room !== undefined && total + (most?.each ?? 0) > room) {
    return (
      <span data-run-count className="flex min-w-0 items-center gap-1.5 text-warn">
        <Icon name="error" size={14} />
        <span className="truncate">
          {tokensText(total, isExact)} in is over the window of {room.toLocaleString('en')}
        </span>
      </span>
    )
  }
  return (
    <span data-run-count className="truncate text-ink-2 max-md:hidden">
      {tokensText(total, isExact)} in
      {out !== undefined && `, up to ${out.toLocaleString('en')} out`}
    </span>
  )
}
