'use client'

import { useId } from 'react'
import type { ToolModel } from '#lib/tools/tool-text.ts'
import { SchemaBuilder } from '#components/schema-builder/schema-builder.tsx'
import { StrictProblems } from '#components/schema-builder/strict-problems.tsx'
import { Switch } from '#components/ui/switch.tsx'

const noArguments = { type: 'object', properties: {} }

/** What a function takes: its arguments, and whether they must fit their schema exactly. */
export function FunctionFields({
  tool: { strict, parameters },
  onEdit,
}: {
  tool: ToolModel
  onEdit(change: Partial<ToolModel>): void
}) {
  const id = useId()
  const schema = parameters ?? noArguments
  return (
    <>
      <div className="mb-3 flex items-center gap-2">
        <Switch
          id={id}
          checked={strict}
          describedBy={`${id}-words`}
          onChange={(on) => onEdit({ strict: on })}
        />
        <label htmlFor={id}>Strict</label>
        <span id={`${id}-words`} className="text-small text-ink-3">
          the arguments always fit the schema
        </span>
      </div>
      <h3 className="mb-1 text-small font-semibold text-ink-2">Arguments</h3>
      {strict && (
        <StrictProblems schema={schema} onChange={(next) => onEdit({ parameters: next })} />
      )}
      <SchemaBuilder
        label="Arguments"
        schema={schema}
        onChange={(next) => onEdit({ parameters: next })}
      />
    </>
  )
}
