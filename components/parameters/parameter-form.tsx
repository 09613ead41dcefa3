'use client'

import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { groups } from '#lib/parameters/groups.ts'
import { registry, type ParameterName } from '#lib/parameters/index.ts'
import { sentNames } from '#lib/request/drafts.ts'
import { ConnectionPanel } from '#components/connection/connection-panel.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { useCurrentPreset } from '#components/presets/current-preset.ts'
import { useControl } from './form-context.tsx'
import { ParameterField } from './parameter-field.tsx'

// Few presets lock anything, so it is no part of the first load.
const LockLine = lazy(async () => ({ default: (await import('./lock-line.tsx')).LockLine }))

/** The parameters that the form draws; the conversation has the centre to itself. */
const drawn = registry.filter(({ widget: { kind } }) => kind !== 'messages' && kind !== 'beside')

/** The left column: a filter, then every parameter in its group. */
export function ParameterForm() {
  const [search, setSearch] = useState('')
  const [onlySent, setOnlySent] = useState(false)
  const sent = useSentNames()
  const { unlocked } = useCurrentPreset()
  const wanted = search.trim().toLowerCase()
  const shown = drawn.filter(
    (one) =>
      (!onlySent || sent.includes(one.name)) &&
      `${one.name} ${one.title} ${one.seedLabel ?? ''} ${one.summary}`
        .toLowerCase()
        .includes(wanted),
  )
  return (
    <form
      aria-label="Parameters"
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="flex items-center gap-2 border-b border-line px-3 py-2.5">
        <FilterBox value={search} onChange={setSearch} count={drawn.length} />
        <Segmented
          label="Which parameters to show"
          value={onlySent ? 'sent' : 'all'}
          onChange={(value) => setOnlySent(value === 'sent')}
          options={[
            { value: 'all', title: 'All' },
            {
              value: 'sent',
              title: `Sent ${drawn.filter(({ name }) => sent.includes(name)).length}`,
            },
          ]}
        />
      </div>
      {unlocked && (
        <Suspense>
          <LockLine />
        </Suspense>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto" data-scroll="parameters">
        {groups.map(({ id, title }) => (
          <Group
            key={id}
            title={title}
            names={shown.filter(({ group }) => group === id).map(({ name }) => name)}
            total={drawn.filter(({ group }) => group === id).length}
            sentCount={drawn.filter((one) => one.group === id && sent.includes(one.name)).length}
            connection={id === 'model' && wanted === ''}
          />
        ))}
        {shown.length === 0 && (
          <p className="p-4 text-ink-2">
            {search ? `No parameter matches “${search}”.` : 'Nothing is sent yet.'}
          </p>
        )}
      </div>
    </form>
  )
}

function useSentNames(): ParameterName[] {
  const joined = useWatch({ control: useControl(), compute: (drafts) => sentNames(drafts).join() })
  return registry.map(({ name }) => name).filter((name) => joined.split(',').includes(name))
}

const Group = memo(function Group({
  title,
  names,
  total,
  sentCount,
  connection,
}: {
  title: string
  names: ParameterName[]
  total: number
  sentCount: number
  connection: boolean
}) {
  if (names.length === 0) return null
  return (
    <section aria-label={title} className="border-b border-line pb-1 last:border-b-0">
      <h2 className="flex h-7 items-center justify-between px-4 pt-1 text-small font-semibold text-ink-2">
        {title}
        <span className="font-normal text-ink-3">
          {sentCount} of {total} sent
        </span>
      </h2>
      {names.map((name) => (
        <ParameterField key={name} name={name} />
      ))}
      {connection && <ConnectionPanel />}
    </section>
  )
})

function FilterBox({
  value,
  onChange,
  count,
}: {
  value: string
  onChange(value: string): void
  count: number
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable=true]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  return (
    <div className="flex h-7 min-w-0 flex-1 items-center gap-1.5 rounded-[6px] border border-field bg-surface pr-1 pl-2 text-ink-3">
      <Icon name="search" size={14} />
      <input
        ref={input}
        type="search"
        aria-label="Filter parameters"
        placeholder={`Filter ${count} parameters`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        className="w-full min-w-0 bg-transparent text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      <kbd className="rounded-[4px] border border-line-2 px-1 font-mono text-tiny max-md:hidden">
        /
      </kbd>
    </div>
  )
}
