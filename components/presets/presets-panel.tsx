'use client'

import { useState } from 'react'
import { NoticeLine } from '#components/shell/notice.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Tabs } from '#components/ui/tabs.tsx'
import { SaveForm } from './save-form.tsx'
import { SavedList } from './saved-list.tsx'
import { StarterList } from './starter-list.tsx'
import { useSavedPresets } from './use-saved-presets.ts'

type Shelf = 'yours' | 'starters'

/** The presets: what is in the form under a name, those that were saved, and the starter set. */
export function PresetsPanel({ onClose }: { onClose(): void }) {
  const saved = useSavedPresets()
  const [chosen, setChosen] = useState<Shelf>()
  const [search, setSearch] = useState('')
  const count = saved?.ok ? saved.value.presets.length : 0
  // Whoever has saved nothing yet begins with the starter set; it stays with that.
  if (saved && chosen === undefined) setChosen(count === 0 ? 'starters' : 'yours')
  const shelf = chosen ?? 'yours'
  const tabs: { value: Shelf; title: string }[] = [
    { value: 'yours', title: count > 0 ? `Yours ${count}` : 'Yours' },
    { value: 'starters', title: 'Starter set' },
  ]
  return (
    <Dialog open onClose={onClose} title="Presets" width={720}>
      <NoticeLine inPanel />
      <SaveForm saved={saved} onSaved={() => setChosen('yours')} />
      <div className="mt-5 flex items-center gap-3 border-b border-line max-md:flex-wrap">
        <Tabs
          label="Presets"
          tabs={tabs}
          value={shelf}
          onChange={(next) => setChosen(next)}
          panelId="presets-shelf"
          className="flex h-9"
          tabClassName="relative px-3 text-ink-2 first:pl-0 first:after:left-0! aria-selected:font-medium aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-3 aria-selected:after:-bottom-px aria-selected:after:h-0.5 aria-selected:after:bg-accent"
        />
        <FilterPresets value={search} onChange={setSearch} />
      </div>
      <div
        role="tabpanel"
        id="presets-shelf"
        aria-labelledby={`presets-shelf-${shelf}`}
        className="min-h-64"
      >
        {shelf === 'yours' ? (
          <SavedList saved={saved} search={search} />
        ) : (
          <StarterList search={search} />
        )}
      </div>
    </Dialog>
  )
}

function FilterPresets({ value, onChange }: { value: string; onChange(value: string): void }) {
  return (
    <label className="relative mb-1 ml-auto flex w-56 items-center max-md:ml-0 max-md:w-full">
      <span className="pointer-events-none absolute left-2 text-ink-3">
        <Icon name="search" size={14} />
      </span>
      <input
        type="search"
        aria-label="Filter presets"
        placeholder="Filter presets"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-7 w-full rounded-[6px] border border-field bg-surface pr-2 pl-7"
      />
    </label>
  )
}
