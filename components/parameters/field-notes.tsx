'use client'

import { useWatch } from 'react-hook-form'
import { optionsOf } from '#lib/parameters/bounds.ts'
import type { Parameter } from '#lib/parameters/descriptor.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import { jsonFieldProblems } from '#lib/request/field-problems.ts'
import { warningFor } from '#lib/request/drafts.ts'
import { readToolChoice } from '#lib/tool-calls/tool-choice.ts'
import { useModelNote } from '#components/connection/use-model-note.ts'
import { Icon } from '#components/ui/icon.tsx'
import { AvailabilityNote } from './availability-note.tsx'
import { useControl } from './form-context.tsx'
import { ModelSuggestion } from './model-suggestion.tsx'
import type { Field } from './use-field.ts'

/**
 * What stands under a row: its problem, a warning, what the provider makes of it, and help when it
 * was asked for.
 */
export function FieldNotes({ id, field, help }: { id: string; field: Field; help: boolean }) {
  const { parameter } = field
  return (
    <>
      {field.problem && !isToldByEditor(field) && (
        <p id={`${id}-problem`} className="flex gap-1.5 pb-2 text-small text-danger">
          <Icon name="error" size={14} />
          {field.problem}
        </p>
      )}
      {field.isSet && parameter.warn && <Warning parameter={parameter} />}
      {parameter.widget.kind === 'model' && <ModelSuggestion />}
      <AvailabilityNote field={field} help={help} />
      {field.isSet && <ModelNote field={field} />}
      {help && (
        <p className="max-w-[44ch] pb-2 text-small text-ink-2">
          {parameter.summary}
          {parameter.deprecated && ` ${parameter.deprecated}`}
        </p>
      )}
    </>
  )
}

/** A JSON editor lists the faults of its own text; only what lies between fields is left to say. */
function isToldByEditor({ parameter, draft }: Field): boolean {
  const { kind } = parameter.widget
  const isWord = kind === 'tool-choice' && optionsOf(parameter).some((word) => word === draft)
  if (typeof draft !== 'string' || isWord) return false
  const hasEditor =
    kind === 'tool-choice' ? readToolChoice(draft).kind === 'other' : kind === 'json'
  if (!hasEditor) return false
  return jsonFieldProblems(parameter, draft).length > 0
}

function Warning({ parameter }: { parameter: Parameter<ParameterName> }) {
  const message = useWatch({
    control: useControl(),
    compute: (drafts) => warningFor(parameter, drafts),
  })
  return message ? <Note>{message}</Note> : null
}

/** What the target's own list of models has to say. */
function ModelNote({ field }: { field: Field }) {
  const message = useModelNote(field.parameter.name, field.draft)
  return message ? <Note>{message}</Note> : null
}

function Note({ children }: { children: string }) {
  return (
    <p
      role="note"
      className="mb-2 flex gap-1.5 rounded-[4px] bg-warn-soft p-1.5 text-small wrap-anywhere text-warn"
    >
      <Icon name="warning" size={14} />
      {children}
    </p>
  )
}
