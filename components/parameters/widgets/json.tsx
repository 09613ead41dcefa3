'use client'

import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { providerIn } from '#lib/request/check.ts'
import { jsonFieldProblems, jsonSummary } from '#lib/request/field-problems.ts'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { useControl } from '../form-context.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** A JSON value, edited as text; faults are marked at their place. */
export function JsonField({
  id,
  parameter,
  draft,
  onChange,
  onBlur,
  invalid,
  describedBy,
}: WidgetProps) {
  const text = textOf(draft)
  const provider = useWatch({ control: useControl(), compute: providerIn })
  const problems = useMemo(
    () => jsonFieldProblems(parameter, text, provider),
    [parameter, text, provider],
  )
  return (
    <JsonEditor
      id={id}
      label={parameter.title}
      value={text}
      onChange={onChange}
      onBlur={onBlur}
      problems={problems}
      summary={jsonSummary(text)}
      invalid={invalid}
      {...(parameter.example ? { placeholder: parameter.example } : {})}
      {...(describedBy ? { describedBy } : {})}
    />
  )
}
