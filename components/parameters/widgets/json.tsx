'use client'

import { useMemo, useState } from 'react'
import { jsonFieldProblems, jsonSummary } from '#lib/request/field-problems.ts'
import { loadKnowledgeOf } from '#components/json-help/load.ts'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import type { LineHint } from '#components/ui/json-editor/area.ts'
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
  const [hints, setHints] = useState<readonly LineHint[]>()
  const problems = useMemo(() => jsonFieldProblems(parameter, text), [parameter, text])
  const knowledge = useMemo(() => loadKnowledgeOf(parameter.name), [parameter.name])
  return (
    <>
      <Aid
        id={id}
        parameter={parameter}
        text={text}
        problems={problems}
        onChange={onChange}
        onHints={setHints}
      />
      <JsonEditor
        id={id}
        label={parameter.title}
        value={text}
        onChange={onChange}
        onBlur={onBlur}
        problems={problems}
        summary={jsonSummary(text)}
        hints={hints}
        knowledge={knowledge}
        invalid={invalid}
        {...(parameter.example ? { placeholder: parameter.example } : {})}
        {...(describedBy ? { describedBy } : {})}
      />
    </>
  )
}
