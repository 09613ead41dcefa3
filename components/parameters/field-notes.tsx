'use client'

import { useWatch } from 'react-hook-form'
import { optionsOf } from '#lib/parameters/bounds.ts'
import type { Parameter } from '#lib/parameters/descriptor.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import type { ProviderId } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { jsonFieldProblems } from '#lib/request/field-problems.ts'
import { warningFor } from '#lib/request/drafts.ts'
import { useModelNote } from '#components/connection/use-model-note.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useControl } from './form-context.tsx'
import type { Field } from './use-field.ts'

/** What stands under a row: its problem, a warning, and help when it was asked for. */
export function FieldNotes({
  id,
  parameter,
  field,
  help,
}: {
  id: string
  parameter: Parameter<ParameterName>
  field: Field
  help: boolean
}) {
  const provider = useWatch({ control: useControl(), compute: providerIn })
  return (
    <>
      {field.problem && !isToldByEditor(parameter, field, provider) && (
        <p id={`${id}-problem`} className="flex gap-1.5 pb-2 text-small text-danger">
          <Icon name="error" size={14} />
          {field.problem}
        </p>
      )}
      {field.isSet && parameter.warn && <Warning parameter={parameter} />}
      {field.isSet && <ModelNote parameter={parameter} field={field} />}
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
function isToldByEditor(
  parameter: Parameter<ParameterName>,
  { draft }: Field,
  provider: ProviderId,
): boolean {
  const { kind } = parameter.widget
  const isWord = kind === 'choice-or-json' && optionsOf(parameter).some((word) => word === draft)
  if (typeof draft !== 'string' || isWord || !kind.endsWith('json')) return false
  return jsonFieldProblems(parameter, draft, provider).length > 0
}

function Warning({ parameter }: { parameter: Parameter<ParameterName> }) {
  const message = useWatch({
    control: useControl(),
    compute: (drafts) => warningFor(parameter, drafts),
  })
  return message ? <Note>{message}</Note> : null
}

/** What the target's own list of models has to say. */
function ModelNote({ parameter, field }: { parameter: Parameter<ParameterName>; field: Field }) {
  const message = useModelNote(parameter.name, field.draft)
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
