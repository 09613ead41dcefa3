'use client'

import type { Result } from '#lib/result.ts'
import { SavedRow } from './saved-row.tsx'
import type { SavedPresets } from './saved-presets.ts'
import { TransferBar } from './transfer-bar.tsx'

/** The presets saved in this browser, with the ways in and out for all of them. */
export function SavedList({
  saved,
  search,
}: {
  saved: Result<SavedPresets, string> | undefined
  search: string
}) {
  if (!saved) return <p className="py-4 text-ink-2">Reading…</p>
  if (!saved.ok) return <p className="py-4 text-danger">{saved.error}</p>
  const { presets, unreadable } = saved.value
  const wanted = search.trim().toLowerCase()
  const shown = presets.filter(({ preset }) =>
    `${preset.name ?? ''} ${preset.description ?? ''} ${preset.settings.model ?? ''}`
      .toLowerCase()
      .includes(wanted),
  )
  return (
    <>
      <ul aria-label="Your presets">
        {shown.map((one) => (
          <SavedRow key={one.id} saved={one} all={presets} />
        ))}
      </ul>
      {presets.length === 0 && (
        <p className="py-4 text-ink-2">
          Nothing is saved yet. Give what is in the form a name above, or open something from the
          starter set.
        </p>
      )}
      {presets.length > 0 && shown.length === 0 && (
        <p className="py-4 text-ink-2">No preset of yours has “{search.trim()}” in it.</p>
      )}
      {unreadable > 0 && (
        <p className="py-2 text-warn">
          {unreadable} more cannot be read by this version and stay as they are.
        </p>
      )}
      <TransferBar presets={presets} />
    </>
  )
}
