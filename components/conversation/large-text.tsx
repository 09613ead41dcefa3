'use client'

import { useLayoutEffect, useRef, type SyntheticEvent } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'

const alone = (event: SyntheticEvent) => event.stopPropagation()

/** A text of a message with all the room of a dialog. Every change is made at once. */
export function LargeText({
  title,
  value,
  onChange,
  onClose,
}: {
  title: string
  value: string
  onChange(text: string): void
  onClose(): void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  // The dialog itself, which is open by now, begins with its Close.
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    // Keys that move the message around it do nothing here.
    <div role="presentation" onKeyDown={alone}>
      <Dialog open onClose={onClose} title={title} width={960}>
        <textarea
          ref={field}
          aria-label={title}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="block h-[60vh] w-full resize-none rounded-[6px] border border-field bg-surface px-3 py-2 leading-5"
        />
        <p className="pt-2 text-small text-ink-3">{value.length.toLocaleString('en')} characters</p>
      </Dialog>
    </div>
  )
}
