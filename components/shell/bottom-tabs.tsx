'use client'

import { Icon, type IconName } from '#components/ui/icon.tsx'

/** The panes of a narrow screen. */
export type Pane = 'parameters' | 'chat' | 'inspect'

const panes: { pane: Pane; title: string; icon: IconName }[] = [
  { pane: 'parameters', title: 'Parameters', icon: 'sliders' },
  { pane: 'chat', title: 'Chat', icon: 'chat' },
  { pane: 'inspect', title: 'Inspect', icon: 'inspect' },
]

/** The way between the panes of a narrow screen. */
export function BottomTabs({ pane, onChange }: { pane: Pane; onChange(pane: Pane): void }) {
  return (
    <nav aria-label="Panes" className="grid h-12 grid-cols-3 border-t border-line bg-surface">
      {panes.map((one) => (
        <button
          key={one.pane}
          type="button"
          aria-current={one.pane === pane ? 'page' : undefined}
          onClick={() => onChange(one.pane)}
          className="flex items-center justify-center gap-1.5 text-small text-ink-2 aria-[current]:font-semibold aria-[current]:text-accent"
        >
          <Icon name={one.icon} size={16} />
          {one.title}
        </button>
      ))}
    </nav>
  )
}
