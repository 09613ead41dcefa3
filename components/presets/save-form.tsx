'use client'

import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { presetLimits } from '#lib/preset/limits.ts'
import { visibleText } from '#lib/preset/visible.ts'
import type { Result } from '#lib/result.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { useCurrentPreset } from './current-preset.ts'
import { takeWishToName } from './panel-wish.ts'
import { savedWords, savePreset } from './save-preset.ts'
import type { SavedPresets } from './saved-presets.ts'
import { useKeepsNothing } from './use-saved-presets.ts'

interface SaveFormProps {
  saved: Result<SavedPresets, string> | undefined
  onSaved(): void
}

/** Saves what is in the form under a name. */
export function SaveForm({ saved, onSaved }: SaveFormProps) {
  const current = useCurrentPreset()
  const keepsNothing = useKeepsNothing()
  const isThere = saved?.ok && saved.value.presets.some(({ id }) => id === current.savedAs)
  const { said, isWrong, save, name, description, setName, setDescription } = useSaving(onSaved)
  const note = useId()
  const descriptionId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(!isThere)
  }
  return (
    <form aria-label="Save what is in the form" onSubmit={submit}>
      <div className="grid grid-cols-[1fr_1.4fr] gap-3 max-md:grid-cols-1">
        <NameField value={name} onChange={setName} isWrong={isWrong} note={note} />
        <div className="flex flex-col gap-1">
          <label htmlFor={descriptionId} className="text-small text-ink-2">
            Description
          </label>
          <TextBox
            id={descriptionId}
            className="font-sans!"
            value={description}
            maxLength={presetLimits.words}
            onChange={(event) => setDescription(event.target.value)}
          />
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" disabled={keepsNothing} aria-describedby={note}>
          Save
        </Button>
        {isThere && <Button onClick={() => void save(true)}>Save as new</Button>}
        <p id={note} data-save-note className={`min-w-0 ${isWrong ? 'text-danger' : 'text-ink-2'}`}>
          {keepsNothing
            ? '“Keep nothing on this device” is on, so presets cannot be saved. Share still makes a link or a file.'
            : said}
        </p>
      </div>
      {current.authorNote !== undefined && (
        <p className="mt-2 text-ink-2">
          <span className="font-medium">Note:</span> {visibleText(current.authorNote)}
        </p>
      )}
    </form>
  )
}

function NameField({
  value,
  onChange,
  isWrong,
  note,
}: {
  value: string
  onChange(value: string): void
  isWrong: boolean
  note: string
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!takeWishToName()) return
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small text-ink-2">
        Name
      </label>
      <TextBox
        ref={input}
        id={id}
        className="font-sans!"
        value={value}
        maxLength={presetLimits.name}
        placeholder="Untitled"
        invalid={isWrong && value.trim() === ''}
        aria-describedby={note}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

function useSaving(onSaved: () => void) {
  const form = useParameterForm()
  const current = useCurrentPreset()
  const [typed, setTyped] = useState<{ name?: string; description?: string }>({})
  const [outcome, setOutcome] = useState({ said: '', isWrong: false })
  const { name = current.name ?? '', description = current.description ?? '' } = typed
  const tell = (said: string, isWrong: boolean) => {
    setOutcome({ said, isWrong })
    announce(said)
  }
  const save = async (asNew: boolean) => {
    const wanted = { name: name.trim(), description: description.trim() }
    if (wanted.name === '') return tell('Give it a name first.', true)
    const saved = await savePreset(form, wanted, asNew)
    if (!saved.ok) return tell(saved.error, true)
    setTyped({})
    tell(savedWords(saved.value), false)
    onSaved()
  }
  return {
    ...outcome,
    save,
    name,
    description,
    setName: (next: string) => setTyped((before) => ({ ...before, name: next })),
    setDescription: (next: string) => setTyped((before) => ({ ...before, description: next })),
  }
}
