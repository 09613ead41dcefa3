'use client'

import { isDrawnObject, keptOfObject } from '#lib/json-schema/builder/shape.ts'
import { rowsOf } from '#lib/json-schema/builder/rows.ts'
import { Level } from './level.tsx'
import { NestedLevel, type LevelProps } from './nested-level.ts'
import { Faults, KeptNote } from './notes.tsx'
import { ownProblems, type SchemaProblem } from './problems.ts'

const none: readonly SchemaProblem[] = []

/**
 * An object schema as a table of its properties: name, type, whether it is required, description,
 * values to choose from, and what is nested in it. Every edit gives a new schema that keeps all
 * keywords and the order of keys; what cannot be drawn is shown as written in JSON and not touched.
 */
export function SchemaBuilder({
  schema,
  onChange,
  label,
  problems = none,
}: {
  schema: Record<string, unknown>
  onChange(next: Record<string, unknown>): void
  /** The name of the group for those who do not see it. */
  label: string
  /** What is wrong, each told at the row that its path leads to. */
  problems?: readonly SchemaProblem[] | undefined
}) {
  if (!isDrawnObject(schema)) {
    return (
      <p className="text-small text-ink-2">
        This schema is no object with properties, so it is only written in JSON.
      </p>
    )
  }
  const names = rowsOf(schema).map(({ name }) => name)
  return (
    <div role="group" aria-label={label} data-schema-builder>
      <Faults problems={ownProblems(problems, names, false)} />
      <NestedLevel value={drawLevel}>
        <Level schema={schema} path="" depth={1} problems={problems} onChange={onChange} />
      </NestedLevel>
      <KeptNote keywords={keptOfObject(schema)} />
    </div>
  )
}

function drawLevel(level: LevelProps) {
  return <Level {...level} />
}
