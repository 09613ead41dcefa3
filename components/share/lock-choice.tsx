'use client'

import { useId, useState } from 'react'
import { parameterOf, registry, type ParameterName } from '#lib/parameters/index.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Share } from './use-share.ts'

/** The controls that stay free in a locked preset, found by name; what is set comes first. */
export function LockChoice({ share: { free, setFree, settings } }: { share: Share }) {
  const id = useId()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = registry
    .filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(isSet(settings, b.name)) - Number(isSet(settings, a.name)))
  const toggle = (name: ParameterName) =>
    setFree(free.includes(name) ? free.filter((one) => one !== name) : [...free, name])
  return (
    <fieldset className="mt-1 ml-6.5 min-w-0 rounded-[6px] border border-line-2">
      <legend className="sr-only">Controls that a student may move</legend>
      <div className="flex flex-wrap items-center gap-1 border-b border-line px-2 py-1.5">
        {free.length === 0 && <span className="text-small text-ink-2">Nothing is free yet.</span>}
        {free.map((name) => (
          <button
            key={name}
            type="button"
            aria-label={`Lock ${parameterOf(name).title} too`}
            onClick={() => toggle(name)}
            className="flex h-6 items-center gap-1 rounded-[4px] bg-sunken pr-1 pl-2 text-small hover:bg-hover"
          >
            {parameterOf(name).title} <Icon name="close" size={12} />
          </button>
        ))}
        <label className="ml-auto flex h-6 w-44 items-center gap-1.5 rounded-[4px] border border-field bg-surface pl-1.5 text-ink-3 max-md:w-full">
          <Icon name="search" size={12} />
          <input
            type="search"
            aria-label="Find a control"
            placeholder="Find a control"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            className="w-full min-w-0 rounded-[4px] bg-transparent text-small text-ink"
          />
        </label>
      </div>
      <ul className="grid max-h-32 grid-cols-2 overflow-y-auto py-1 max-md:grid-cols-1">
        {found.map(({ name, title }) => (
          <li key={name} className="flex h-6 items-center gap-2 px-2 hover:bg-hover max-md:h-8">
            <input
              id={`${id}-${name}`}
              type="checkbox"
              checked={free.includes(name)}
              onChange={() => toggle(name)}
              className="size-3.5 flex-none accent-accent"
            />
            <label htmlFor={`${id}-${name}`} className="min-w-0 flex-1 truncate text-small">
              {title} <code className="ml-1 font-mono text-tiny text-ink-3">{name}</code>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="px-2 pb-2 text-small text-ink-2">No control matches “{search}”.</p>
      )}
    </fieldset>
  )
}

function isSet(settings: Share['settings'], name: ParameterName): boolean {
  return settings[name] !== undefined
}
