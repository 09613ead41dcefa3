'use client'

import { Icon } from '#components/ui/icon.tsx'
import { KeyList } from './key-list.tsx'
import { KeepSwitch } from './keep-switch.tsx'
import { ShareButton } from '#components/share/share-button.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** The bar on top: the name, and what concerns the page as a whole. */
export function TopBar() {
  return (
    <header className="flex min-w-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-4">
      <h1 className="flex items-center gap-2 text-title font-[650] tracking-[-.01em]">
        <span className="text-accent">
          <Icon name="nucleus" size={18} />
        </span>
        Nucleus
      </h1>
      <div className="ml-auto flex items-center gap-1">
        <KeepSwitch />
        <ShareButton />
        <KeyList />
        <ThemeSwitch />
      </div>
    </header>
  )
}
