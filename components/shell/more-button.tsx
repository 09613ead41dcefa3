'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import type { PageAddress } from './site-bar.tsx'

// What is in it is seen by those who ask for it.
const MoreMenu = lazy(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }))

const menuId = 'more'

/**
 * A button and what it unfolds: the rest of the bar, and settings of this browser. The browser itself
 * opens and closes it, by the button, Escape or a press beside it.
 */
export function MoreButton({ page }: { page: PageAddress }) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  return (
    <>
      <IconButton
        icon="more"
        label="More"
        popoverTarget={menuId}
        aria-expanded={open}
        aria-controls={menuId}
      />
      <div
        ref={box}
        id={menuId}
        popover="auto"
        role="group"
        aria-label="More"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onBlur={({ relatedTarget, currentTarget }) => {
          // Whoever walks on with Tab leaves it.
          if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover()
        }}
        className="inset-auto top-12 right-2 m-0 w-72 max-w-[calc(100vw-16px)] rounded-[8px] border border-line-2 bg-raised p-1.5 text-ink shadow-float"
      >
        {open && (
          <Suspense>
            <MoreMenu page={page} onClose={() => box.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </>
  )
}
