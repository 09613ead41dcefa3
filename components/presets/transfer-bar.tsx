'use client'

import { useRef, useState } from 'react'
import { newRunId } from '#components/run/run-id.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { saveFile } from '#components/ui/save-file.ts'
import { freeName } from './names.ts'
import { putPresets, type SavedPreset } from './saved-presets.ts'
import { presetsText, readPresets, type Arrivals } from './transfer.ts'
import { useKeepsNothing } from './use-saved-presets.ts'

/** Export all, import all, and what came of it. */
export function TransferBar({ presets }: { presets: readonly SavedPreset[] }) {
  const [outcome, setOutcome] = useState<{ said: string; refused: string[] }>()
  const picker = useRef<HTMLInputElement>(null)
  const keepsNothing = useKeepsNothing()
  const bringIn = async (files: readonly File[]) => {
    const arrived = await readFiles(files)
    const said = await keepAll(arrived, presets)
    setOutcome({ said, refused: arrived.refused })
    announce(said)
  }
  return (
    <div className="mt-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        {presets.length > 0 && (
          <Button icon="down" onClick={() => exportAll(presets)}>
            Export all
          </Button>
        )}
        {!keepsNothing && (
          <Button icon="up" onClick={() => picker.current?.click()}>
            Import all
          </Button>
        )}
        <span className="text-small text-ink-3">
          {keepsNothing
            ? 'Nothing is kept on this device.'
            : 'In one file. Keys and private addresses are never in it.'}
        </span>
        <input
          ref={picker}
          type="file"
          multiple
          accept=".json,application/json"
          aria-label="Files with presets"
          className="hidden"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])]
            // The same file can be chosen again.
            currentTarget.value = ''
            if (files.length > 0) void bringIn(files)
          }}
        />
      </div>
      {outcome && (
        <div className="mt-2" data-import-outcome>
          <p>{outcome.said}</p>
          <ul className="list-disc pl-5 text-warn">
            {outcome.refused.slice(0, mostShown).map((one, at) => (
              <li key={`${at}:${one}`} className="break-words">
                {one}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** Most refusals that are told one by one. */
const mostShown = 20

async function readFiles(files: readonly File[]): Promise<Arrivals> {
  const all: Arrivals = { presets: [], refused: [] }
  for (const file of files) {
    const read = readPresets(await file.text(), file.name)
    if (read.ok) {
      all.presets.push(...read.value.presets)
      all.refused.push(...read.value.refused)
    } else all.refused.push(read.error)
  }
  return all
}

/** Saves what arrived under names that are free, and says how it went. */
async function keepAll(
  { presets, refused }: Arrivals,
  there: readonly SavedPreset[],
): Promise<string> {
  const names = there.map(({ preset }) => preset.name ?? 'Untitled')
  const now = Date.now()
  const fresh: SavedPreset[] = []
  for (const preset of presets) {
    const name = freeName(preset.name ?? 'Untitled', names)
    names.push(name)
    // The first of the file stays the first in the list.
    fresh.push({ id: newRunId(), savedAt: now - fresh.length, preset: { ...preset, name } })
  }
  const done = await putPresets(fresh)
  if (!done.ok) return done.error
  const came = `${fresh.length} ${fresh.length === 1 ? 'preset' : 'presets'} came in.`
  return refused.length > 0 ? `${came} Refused:` : came
}

function exportAll(presets: readonly SavedPreset[]): void {
  const text = presetsText(presets.map(({ preset }) => preset))
  saveFile('nucleus-presets.json', text, 'application/json')
  announce(`Exported ${presets.length} ${presets.length === 1 ? 'preset' : 'presets'}.`)
}
