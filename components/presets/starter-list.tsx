'use client'

import { starterGroups, type StarterPreset } from '#lib/preset/starters/index.ts'
import { Button } from '#components/ui/button.tsx'
import { useOpenWithUndo } from './use-open-with-undo.ts'

/** The starter set by subject: what each does, and what to look at. */
export function StarterList({ search }: { search: string }) {
  const wanted = search.trim().toLowerCase()
  const groups = starterGroups
    .map(({ title, presets }) => ({ title, presets: presets.filter((one) => has(one, wanted)) }))
    .filter(({ presets }) => presets.length > 0)
  return (
    <>
      <p className="pt-3 text-ink-2">
        All run on the built-in teaching model, with no key. Open one, press Run, and look.
      </p>
      {groups.length === 0 && (
        <p className="py-4 text-ink-2">No starter has “{search.trim()}” in it.</p>
      )}
      {groups.map(({ title, presets }) => (
        <section key={title} aria-label={title} className="pt-4">
          <h3 className="font-semibold">{title}</h3>
          <ul>
            {presets.map((one) => (
              <StarterRow key={one.id} starter={one} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function StarterRow({ starter }: { starter: StarterPreset }) {
  const open = useOpenWithUndo()
  const { name, description, authorNote, settings } = starter
  return (
    <li
      data-starter={starter.id}
      className="flex items-center gap-3 border-b border-line py-2 last:border-0"
    >
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-semibold">{name}.</span> {description}
        </p>
        <p className="text-small text-ink-2">{authorNote}</p>
      </div>
      <Button
        aria-label={`Open ${name}`}
        onClick={() => open({ name, description, authorNote, settings })}
      >
        Open
      </Button>
    </li>
  )
}

function has({ name, description, authorNote, settings }: StarterPreset, wanted: string): boolean {
  return `${name} ${description} ${authorNote} ${Object.keys(settings).join(' ')}`
    .toLowerCase()
    .includes(wanted)
}
