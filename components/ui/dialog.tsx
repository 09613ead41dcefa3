'use client'

import {
  useId,
  useLayoutEffect,
  useRef,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { IconButton } from './button.tsx'

interface DialogProps {
  open: boolean
  /** Asked for by Escape, the close button and a press beside the dialog; the owner then sets `open`. */
  onClose(): void
  title: string
  /** The widest it gets, in pixels. */
  width?: number
  /** Small controls beside the close button. */
  extra?: ReactNode
  children: ReactNode
}

/** A modal dialog. When it closes, the focus returns to where it was. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ onClose, title, width = 640, extra, children }: Omit<DialogProps, 'open'>) {
  const titleId = useId()
  const dialog = useModal()
  const outside = usePressOutside(onClose)
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      // The browser may close it by itself, as on a second Escape; it may also be open again by now.
      onClose={({ currentTarget }) => !currentTarget.open && onClose()}
      {...outside}
      style={{ width }}
      className="m-auto max-h-[calc(100dvh-48px)] max-w-[calc(100vw-32px)] overflow-hidden rounded-[12px] border border-line-2 bg-raised p-0 text-ink shadow-float backdrop:bg-scrim"
    >
      <div className="flex max-h-[calc(100dvh-50px)] flex-col">
        <div className="flex items-center gap-2 pt-4 pr-4 pb-3 pl-6">
          <h2 id={titleId} className="min-w-0 truncate text-[16px]/6 font-semibold">
            {title}
          </h2>
          <span className="ml-auto flex flex-none items-center gap-1">
            {extra}
            <IconButton icon="close" label="Close" onClick={onClose} />
          </span>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-5">{children}</div>
      </div>
    </dialog>
  )
}

/** Shows the dialog while it is mounted, and gives the focus back afterwards. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return dialog
}

/** A press that starts and ends on the backdrop; text dragged out of the dialog is no such press. */
function usePressOutside(onPress: () => void) {
  const started = useRef(false)
  return {
    onPointerDown: ({ target, currentTarget }: PointerEvent) => {
      started.current = target === currentTarget
    },
    onClick: ({ target, currentTarget }: MouseEvent) => {
      if (started.current && target === currentTarget) onPress()
      started.current = false
    },
  }
}
