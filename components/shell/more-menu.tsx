'use client'

import Link from 'next/link'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import { KeepSwitch } from './keep-switch.tsx'
import { pages, type PageAddress } from './site-bar.tsx'
import { openPanel, type PanelName } from './panel-store.ts'

const items: { panel: PanelName; icon: IconName; title: string; isInBar: boolean }[] = [
  { panel: 'presets', icon: 'pencil', title: 'Presets', isInBar: false },
  { panel: 'import', icon: 'paste', title: 'Import', isInBar: true },
  { panel: 'history', icon: 'clock', title: 'History', isInBar: true },
  { panel: 'code', icon: 'code', title: 'Code', isInBar: true },
  { panel: 'tokens', icon: 'tokens', title: 'Tokenizer', isInBar: false },
  { panel: 'keys', icon: 'help', title: 'Key list', isInBar: false },
]

const row =
  'flex h-8 w-full items-center gap-2.5 rounded-[6px] px-2 text-left hover:bg-hover max-md:h-10'

/** The rest of the bar; what a wider bar shows itself is left out there. */
export function MoreMenu({ page, onClose }: { page: PageAddress; onClose(): void }) {
  const open = (panel: PanelName) => {
    // Closed first, so that the button is where the focus returns to.
    onClose()
    openPanel(panel)
  }
  return (
    <>
      {items.map(({ panel, icon, title, isInBar }) => (
        <button
          key={panel}
          type="button"
          onClick={() => open(panel)}
          className={`${row} ${isInBar ? 'md:hidden' : ''}`}
        >
          <span className="text-ink-3">
            <Icon name={icon} />
          </span>
          {title}
        </button>
      ))}
      <nav aria-label="Pages" className="mt-1 border-t border-line pt-1 md:hidden">
        {pages.map(({ href, title }) => (
          <Link
            key={href}
            href={href}
            onClick={onClose}
            aria-current={href === page ? 'page' : undefined}
            className={`${row} aria-[current]:font-semibold`}
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className="mt-1 border-t border-line px-2 pt-2.5 pb-1.5">
        <KeepSwitch />
      </div>
    </>
  )
}
