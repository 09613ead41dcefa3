'use client'

import { useId } from 'react'
import { presetLimits } from '#lib/preset/limits.ts'
import {
  setCurrentPreset,
  useCurrentPreset,
  type CurrentPreset,
} from '#components/presets/current-preset.ts'

const fields = [
  { key: 'name', title: 'Name', most: presetLimits.name, rows: 1 },
  { key: 'description', title: 'Description', most: presetLimits.words, rows: 2 },
  { key: 'authorNote', title: 'Note to whoever opens it', most: presetLimits.words, rows: 2 },
] as const satisfies readonly {
  key: keyof CurrentPreset
  title: string
  most: number
  rows: number
}[]

/** What the author says of the preset; part of it, here and in the link. */
export function ShareWords() {
  const current = useCurrentPreset()
  const id = useId()
  return (
    <details className="mt-4" open={Boolean(current.name)}>
      <summary className="cursor-pointer font-semibold">Name and description</summary>
      <div className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 max-md:grid-cols-1">
        {fields.map(({ key, title, most, rows }) => (
          <div key={key} className="contents">
            <label htmlFor={`${id}-${key}`} className="pt-1 text-ink-2">
              {title}
            </label>
            <textarea
              id={`${id}-${key}`}
              rows={rows}
              maxLength={most}
              value={current[key] ?? ''}
              onChange={({ target }) =>
                setCurrentPreset({ ...current, [key]: target.value || undefined })
              }
              className="field-sizing-content max-h-32 w-full resize-none rounded-[6px] border border-field bg-surface px-2 py-1"
            />
          </div>
        ))}
      </div>
    </details>
  )
}
