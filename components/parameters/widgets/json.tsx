'use client'

import { useMemo } from 'react'
import { jsonFieldProblems, jsonSummary } from '#lib/request/field-problems.ts'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { Aid } from './aids.tsx'
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
  const problems = useMemo(() => jsonFieldProblems(parameter, text), [parameter, text])
  return (
    <>
      <Aid id={id} parameter={parameter} text={text} problems={problems} onChange={onChange} />
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
    </>
  )
}
