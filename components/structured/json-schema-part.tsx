'use client'

import { lazy, Suspense, useId, useState } from 'react'
import { withPart, type FormatDraft } from '#lib/structured/format-draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { StrictProblems } from '#components/schema-builder/strict-problems.tsx'

const SchemaDialog = lazy(async () => ({
  default: (await import('./schema-dialog.tsx')).SchemaDialog,
}))

/** What a JSON Schema format has beside its schema, and the way to that. */
export function JsonSchemaPart({
  draft,
  text,
  onChange,
  onPress,
}: {
  draft: FormatDraft
  /** The text of the field. */
  text: string
  /** For what is typed. */
  onChange(text: string): void
  /** For what a button does: a step of Undo by itself. */
  onPress(text: string): void
}) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const isNamed = /^[A-Za-z0-9_-]{1,64}$/.test(draft.name)
  return (
    <>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5">
        <label htmlFor={`${id}-name`} className="text-ink-2">
          Name
        </label>
        <TextBox
          id={`${id}-name`}
          value={draft.name}
          invalid={!isNamed}
          aria-describedby={isNamed ? undefined : `${id}-name-problem`}
          onChange={({ target }) => onChange(withPart(text, 'name', target.value))}
        />
        {!isNamed && (
          <p id={`${id}-name-problem`} className="col-span-2 text-small text-danger">
            A name has 1 to 64 letters, digits, _ or -.
          </p>
        )}
        <label htmlFor={`${id}-words`} className="text-ink-2">
          Description
        </label>
        <TextBox
          id={`${id}-words`}
          value={draft.description}
          placeholder="What the reply is for"
          onChange={({ target }) =>
            onChange(withPart(text, 'description', target.value || undefined))
          }
        />
      </div>
      <div className="flex items-center gap-2">
        <Switch
          id={`${id}-strict`}
          checked={draft.strict}
          describedBy={`${id}-strict-words`}
          onChange={(on) => onPress(withPart(text, 'strict', on))}
        />
        <label htmlFor={`${id}-strict`}>Strict</label>
        <span id={`${id}-strict-words`} className="min-w-0 flex-1 truncate text-small text-ink-3">
          the reply always fits the schema
        </span>
      </div>
      <div className="flex items-center gap-2">
        <Button icon="pencil" onClick={() => setOpen(true)}>
          Edit schema…
        </Button>
        <span className="min-w-0 truncate text-small text-ink-3">{sizeOf(draft)}</span>
      </div>
      {draft.strict && draft.schema && (
        <StrictProblems
          schema={draft.schema}
          onChange={(schema) => onPress(withPart(text, 'schema', schema))}
        />
      )}
      {open && (
        <Suspense>
          <SchemaDialog
            text={text}
            onChange={onChange}
            onPress={onPress}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}

function sizeOf({ schema }: FormatDraft): string {
  if (!schema) return 'no schema yet'
  const count = Object.keys(Object(schema.properties)).length
  return `${count} ${count === 1 ? 'property' : 'properties'}`
}
