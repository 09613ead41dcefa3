'use client'

import { useContext, useRef } from 'react'
import {
  withDescription,
  withItems,
  withNullable,
  withType,
  withValues,
} from '#lib/json-schema/builder/change-shape.ts'
import { isObject, type JsonObject } from '#lib/json-schema/builder/object.ts'
import { rowsOf } from '#lib/json-schema/builder/rows.ts'
import {
  descriptionOf,
  shapeOf,
  shapeTypes,
  type Shape,
  type ShapeType,
} from '#lib/json-schema/builder/shape.ts'
import { Select } from '#components/ui/select.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { NestedLevel } from './nested-level.ts'
import { Faults, KeptNote } from './notes.tsx'
import { ownProblems, problemsBelow, type SchemaProblem } from './problems.ts'
import { Tick } from './tick.tsx'
import { ValueChips } from './value-chips.tsx'

interface FieldProps {
  schema: unknown
  /** Whose schema it is, such as `address.lines[]`. */
  path: string
  depth: number
  onChange(next: unknown): void
}

/** Deeper ones would leave no room. */
const deepest = 6

/** The shape of a schema that is drawn here. */
function drawnShape(schema: unknown, depth: number): Shape | undefined {
  const shape = shapeOf(schema)
  const isNested = shape?.type === 'object' || shape?.type === 'array'
  return isNested && depth >= deepest ? undefined : shape
}

/** The type of a value; of what cannot be drawn, that it is written in JSON. */
export function TypeField({ schema, path, depth, onChange }: FieldProps) {
  const before = useRef(new Map<ShapeType, JsonObject>())
  const shape = drawnShape(schema, depth)
  if (!shape || !isObject(schema)) {
    return <span className="px-1 text-small whitespace-nowrap text-ink-3">written in JSON</span>
  }
  const choose = (type: ShapeType) => {
    // Arrow keys walk through the types: what was nested in one comes back with it.
    before.current.set(shape.type, schema)
    onChange(withType(schema, type, before.current.get(type)))
  }
  const types = depth >= deepest ? shapeTypes.filter((type) => !isContainer(type)) : shapeTypes
  return (
    <Select
      aria-label={`Type of ${path}`}
      value={shape.type}
      options={types.map((type) => ({ value: type, title: type }))}
      onChange={({ target }) => {
        const type = shapeTypes.find((one) => one === target.value)
        if (type) choose(type)
      }}
      className="h-7 w-22 font-mono text-small"
    />
  )
}

function isContainer(type: ShapeType): boolean {
  return type === 'object' || type === 'array'
}

/** What a schema says beside its type: description, null, values, and what is nested in it. */
export function ShapeFields({
  schema,
  path,
  depth,
  problems,
  onChange,
}: FieldProps & { problems: readonly SchemaProblem[] }) {
  const drawLevel = useContext(NestedLevel)
  const shape = drawnShape(schema, depth)
  if (!shape || !isObject(schema)) return <Faults problems={problems} />
  const names = shape.type === 'object' ? rowsOf(schema).map(({ name }) => name) : []
  return (
    <>
      <div className="mt-1 flex items-center gap-2">
        <TextBox
          aria-label={`Description of ${path}`}
          placeholder="Description"
          value={descriptionOf(schema)}
          className="flex-1 font-sans"
          onChange={({ target }) => onChange(withDescription(schema, target.value))}
        />
        {shape.type !== 'any' && (
          <Tick
            title="or null"
            label={`${path} may be null`}
            checked={shape.nullable}
            onChange={(on) => onChange(withNullable(schema, on))}
          />
        )}
      </div>
      {shape.type === 'enum' && (
        <ValueChips
          schema={schema}
          values={shape.values}
          path={path}
          onChange={(values) => onChange(withValues(schema, values))}
        />
      )}
      <Faults problems={ownProblems(problems, names, shape.type === 'array')} />
      <KeptNote keywords={shape.kept} />
      {isContainer(shape.type) && (
        <div className="mt-1.5 ml-1 border-l-2 border-line-2 pl-3">
          {shape.type === 'object' &&
            drawLevel({ schema, path, depth: depth + 1, problems, onChange })}
          {shape.type === 'array' && (
            <Items
              schema={isObject(schema.items) ? schema.items : {}}
              path={`${path}[]`}
              depth={depth + 1}
              problems={problemsBelow(problems, 'items')}
              onChange={(items) => onChange(withItems(schema, isObject(items) ? items : {}))}
            />
          )}
        </div>
      )}
    </>
  )
}

/** The one schema of all items of a list. */
function Items(props: FieldProps & { problems: readonly SchemaProblem[] }) {
  return (
    <div data-property={props.path}>
      <div className="flex h-7 items-center gap-2">
        <span className="text-small text-ink-2">Each item</span>
        <TypeField {...props} />
      </div>
      <ShapeFields {...props} />
    </div>
  )
}
