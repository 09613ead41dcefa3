'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import type { Row } from '#lib/json-schema/builder/rows.ts'
import { IconButton } from '#components/ui/button.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { Faults } from './notes.tsx'
import type { SchemaProblem } from './problems.ts'
import { ShapeFields, TypeField } from './shape-fields.tsx'
import { Tick } from './tick.tsx'

interface RowProps {
  row: Row
  path: string
  /** The name of the box for the name; by position, as the name itself changes while one types. */
  nameLabel: string
  depth: number
  isFirst: boolean
  isLast: boolean
  problems: readonly SchemaProblem[]
  /** Renames the property, or gives why it cannot have this name. */
  onRename(next: string): string | undefined
  onRequired(required: boolean): void
  onSchema(next: unknown): void
  onMove(step: -1 | 1): void
  onRemove(): void
}

/** One property: its name, type and whether it is required, and below what else is said of it. */
export function PropertyRow(props: RowProps) {
  const { row, path, depth, problems, isFirst, isLast, onMove } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || event.ctrlKey || event.metaKey || step === undefined) return
    event.preventDefault()
    // Or the row that this one is in would move as well.
    event.stopPropagation()
    if (step === -1 ? !isFirst : !isLast) onMove(step === -1 ? -1 : 1)
  }
  return (
    <li
      data-property={path}
      className="border-t border-line py-2 first:border-t-0"
      onKeyDown={onKeyDown}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <NameBox {...props} />
        <TypeField schema={row.schema} path={path} depth={depth} onChange={props.onSchema} />
        <Tick
          title="required"
          label={`${path} is required`}
          checked={row.required}
          onChange={props.onRequired}
        />
        <span className="ml-auto flex">
          <IconButton
            icon="up"
            label={`Move ${path} up (Alt ↑)`}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon="down"
            label={`Move ${path} down (Alt ↓)`}
            disabled={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton icon="trash" label={`Delete ${path}`} onClick={props.onRemove} />
        </span>
      </div>
      <ShapeFields
        schema={row.schema}
        path={path}
        depth={depth}
        problems={problems}
        onChange={props.onSchema}
      />
    </li>
  )
}

/** What is typed counts while it can be the name; until then it stays, with the reason, and changes nothing. */
function NameBox({ row, nameLabel, onRename }: RowProps) {
  const id = useId()
  const [typed, setTyped] = useState<{ text: string; problem: string }>()
  const type = (text: string) => {
    const problem = onRename(text)
    setTyped(problem === undefined ? undefined : { text, problem })
  }
  return (
    <>
      <TextBox
        data-name
        aria-label={nameLabel}
        aria-describedby={typed ? id : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        value={typed?.text ?? row.name}
        invalid={typed !== undefined}
        className="max-w-56 min-w-28 flex-1 max-md:max-w-none max-md:min-w-[55%]"
        onChange={({ target }) => type(target.value)}
      />
      {typed && (
        <span id={id} className="order-last w-full">
          <Faults problems={[{ path: [], message: typed.problem }]} />
        </span>
      )}
    </>
  )
}
