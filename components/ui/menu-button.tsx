'use client'

import { Suspense, useState, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import type { IconName } from './icon.tsx'

/** What a menu is given by the button that opened it. */
export interface OpenMenu {
  anchor: HTMLElement
  onClose(): void
}

/** A button that opens a menu; `children` draws it, and may be loaded only then. */
export function MenuButton({
  label,
  icon = 'more',
  className = '',
  children,
}: {
  label: string
  icon?: IconName
  className?: string
  children(open: OpenMenu): ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        className={className}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(anchor ? undefined : currentTarget)}
      />
      {anchor && <Suspense>{children({ anchor, onClose: () => setAnchor(undefined) })}</Suspense>}
    </>
  )
}
