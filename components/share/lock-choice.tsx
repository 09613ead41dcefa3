'use client'

import { parameterOf, registry } from '#lib/parameters/index.ts'
import type { Share } from './use-share.ts'

/** The controls that stay free in a locked preset: chips that can be taken away, and a menu to add. */
export function LockChoice({ share: { free, setFree } }: { share: Share }) {
  const others = registry.filter(({ name }) => !free.includes(name))
  return (
    <div className="flex flex-wrap items-center gap-1 whitespace-normal">
      {free.map((name) => (
        <button
          key={name}
          type="button"
          aria-label={`Lock ${parameterOf(name).title} too`}
          onClick={() => setFree(free.filter((one) => one !== name))}
          className="rounded-[4px] bg-sunken px-1.5 font-mono text-small text-ink hover:bg-hover"
        >
          {name} ×
        </button>
      ))}
      <select
        aria-label="Add a control that a student may move"
        value=""
        onChange={({ target }) => {
          const added = others.find(({ name }) => name === target.value)
          if (added) setFree([...free, added.name])
        }}
        className="h-6 rounded-[4px] border border-field bg-surface px-1 text-small"
      >
        <option value="">{free.length === 0 ? 'nothing yet: choose…' : 'and…'}</option>
        {others.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
