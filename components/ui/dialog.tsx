'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './button.tsx'

/** A modal dialog. Escape, the cross and a press beside it close it; focus returns to where it was. */
export function Dialog({
  open,
  onClose,
  title,
  width = 640,
  children,
}: {
  open: boolean
  onClose(): void
  title: string
  width?: number
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      style={{ width }}
      className="m-auto max-h-[calc(100dvh-48px)] max-w-[calc(100vw-32px)] overflow-hidden rounded-[12px] border border-line-2 bg-raised p-0 text-ink shadow-float backdrop:bg-scrim"
    >
      <div className="flex max-h-[calc(100dvh-50px)] flex-col">
        <header className="flex items-center gap-2 py-3 pr-4 pl-6">
          <h2 id={id} className="text-[16px]/6 font-semibold">
            {title}
          </h2>
          <IconButton icon="close" label="Close" className="ml-auto" onClick={onClose} />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5">{children}</div>
      </div>
    </dialog>
  )
}
