'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { presetLimits } from '#lib/preset/limits.ts'
import { visibleText } from '#lib/preset/visible.ts'
import { newRunId } from '#components/run/run-id.ts'
import { notify } from '#components/shell/notice.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button, IconButton } from '#components/ui/button.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { amendCurrentPreset, getCurrentPreset, useCurrentPreset } from './current-preset.ts'
import { freeName } from './names.ts'
import { deletePreset, putPresets, type SavedPreset } from './saved-presets.ts'
import { useOpenWithUndo } from './use-open-with-undo.ts'

/** One saved preset with what can be done with it. */
export function SavedRow({ saved, all }: { saved: SavedPreset; all: readonly SavedPreset[] }) {
  const { preset, savedAt } = saved
  const name = visibleText(preset.name ?? 'Untitled')
  const open = useOpenWithUndo()
  const isOpen = useCurrentPreset().savedAs === saved.id
  const [renaming, setRenaming] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const rename = (next: string) => {
    flushSync(() => setRenaming(false))
    if (document.activeElement === document.body) pencil.current?.focus()
    void renamePreset(saved, next, all)
  }
  return (
    <li
      data-preset={name}
      className="flex items-center gap-1 border-b border-line py-2 last:border-0 max-md:flex-wrap"
    >
      <div className="min-w-0 flex-1 max-md:basis-full">
        {renaming ? (
          <RenameBox name={preset.name ?? 'Untitled'} onDone={rename} />
        ) : (
          <span className="font-semibold break-words">{name}</span>
        )}
        {isOpen && <span className="ml-2 text-small text-accent">in the form</span>}
        {preset.description !== undefined && (
          <p className="break-words text-ink-2">{visibleText(preset.description)}</p>
        )}
        <p className="truncate text-small text-ink-3">
          <span className="font-mono">{preset.settings.model ?? 'no model'}</span>
          {', saved '}
          <time dateTime={new Date(savedAt).toISOString()}>{dayAndTime(savedAt)}</time>
        </p>
      </div>
      <Button
        className="mr-1"
        aria-label={`Open ${name}`}
        onClick={() => open({ ...preset, savedAs: saved.id })}
      >
        Open
      </Button>
      <IconButton
        ref={pencil}
        icon="pencil"
        label={`Rename ${name}`}
        onClick={() => setRenaming((now) => !now)}
      />
      <IconButton
        icon="duplicate"
        label={`Duplicate ${name}`}
        onClick={() => void duplicatePreset(saved, all)}
      />
      <IconButton
        icon="trash"
        label={`Delete ${name}`}
        onClick={(event) => {
          focusNeighbour(event.currentTarget)
          void removePreset(saved)
        }}
      />
    </li>
  )
}

/** Enter and leaving the field take the name over, Escape does not. */
function RenameBox({ name, onDone }: { name: string; onDone(name: string): void }) {
  const [text, setText] = useState(name)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  // The field that goes away may lose the focus once more.
  const end = (next: string) => {
    if (!isDone.current) onDone(next)
    isDone.current = true
  }
  return (
    <TextBox
      ref={input}
      aria-label={`New name of ${name}`}
      className="font-sans!"
      value={text}
      maxLength={presetLimits.name}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(text)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Escape would close the panel too, and Enter press the button that gets the focus.
        event.preventDefault()
        end(event.key === 'Enter' ? text : name)
      }}
    />
  )
}

async function renamePreset(
  saved: SavedPreset,
  text: string,
  all: readonly SavedPreset[],
): Promise<void> {
  const wanted = text.trim()
  if (wanted === '' || wanted === saved.preset.name) return
  const name = freeName(wanted, namesOf(all.filter(({ id }) => id !== saved.id)))
  const done = await putPresets([{ ...saved, preset: { ...saved.preset, name } }])
  if (!done.ok) return notify({ text: done.error })
  const current = getCurrentPreset()
  if (current.savedAs === saved.id) amendCurrentPreset({ ...current, name })
  announce(`Renamed to “${name}”.`)
}

async function duplicatePreset(saved: SavedPreset, all: readonly SavedPreset[]): Promise<void> {
  const name = freeName(saved.preset.name ?? 'Untitled', namesOf(all))
  const preset = { ...saved.preset, name }
  const done = await putPresets([{ id: newRunId(), savedAt: Date.now(), preset }])
  if (!done.ok) return notify({ text: done.error })
  announce(`Duplicated as “${name}”.`)
}

async function removePreset(saved: SavedPreset): Promise<void> {
  const done = await deletePreset(saved.id)
  if (!done.ok) return notify({ text: done.error })
  const putBack = async () => {
    const back = await putPresets([saved])
    if (!back.ok) notify({ text: back.error })
  }
  notify({
    text: `Deleted “${visibleText(saved.preset.name ?? 'Untitled')}”.`,
    action: { title: 'Undo', run: () => void putBack() },
  })
}

/** The row goes away, and the focus would be lost with it. */
function focusNeighbour(button: HTMLElement): void {
  const row = button.closest('li')
  const other = row?.nextElementSibling ?? row?.previousElementSibling
  const next =
    other?.querySelector<HTMLElement>('button') ??
    button
      .closest('[role=tabpanel]')
      ?.parentElement?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
  next?.focus()
}

function namesOf(all: readonly SavedPreset[]): string[] {
  return all.map(({ preset }) => preset.name ?? 'Untitled')
}

function dayAndTime(at: number): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}
