'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { withOthers } from '#lib/json-schema/builder/change-shape.ts'
import { isObject } from '#lib/json-schema/builder/object.ts'
import * as builder from '#lib/json-schema/builder/rows.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import type { LevelProps } from './nested-level.ts'
import { problemsBelow } from './problems.ts'
import { PropertyRow } from './property-row.tsx'
import { RowKeys } from './row-keys.ts'
import { Tick } from './tick.tsx'

/** Most rows that are drawn of one object. */
const mostRows = 200

/** The properties of one object schema, and the button for one more. */
export function Level({ schema, path, depth, problems, onChange }: LevelProps) {
  const [keys] = useState(() => new RowKeys())
  const { box, focusNext } = useFocusNext()
  const rows = builder.rowsOf(schema)
  const inside = path === '' ? '' : ` in ${path}`
  const change = (next: Readonly<Record<string, unknown>>) => onChange({ ...next })
  const add = () => {
    const name = builder.freeName(schema)
    focusNext(() => nameBoxes(box.current).at(-1))
    change(builder.withAdded(schema, name))
  }
  const rename = (name: string, next: string) => {
    const renamed = builder.withName(schema, name, next)
    if (!renamed.ok) return renamed.error
    keys.rename(name, next)
    change(renamed.value)
    return undefined
  }
  const remove = (name: string, at: number) => {
    focusNext(() => {
      const left = nameBoxes(box.current)
      return left[at] ?? left[at - 1] ?? box.current?.querySelector<HTMLElement>('[data-add]')
    })
    change(builder.withoutRow(schema, name))
    announce(`${name} deleted.`)
  }
  const move = (name: string, step: -1 | 1) => {
    const moved = builder.withMoved(schema, name, step)
    const place = builder.rowsOf(moved).findIndex((row) => row.name === name)
    const focused = document.activeElement
    focusNext(() => (focused instanceof HTMLElement ? focused : undefined))
    change(moved)
    announce(`${name} is property ${place + 1} of ${rows.length}.`)
  }
  return (
    <div ref={box}>
      <ul className="flex flex-col">
        {rows.slice(0, mostRows).map((row, index) => (
          <PropertyRow
            key={keys.of(row.name)}
            row={row}
            path={path === '' ? row.name : `${path}.${row.name}`}
            nameLabel={`Name of property ${index + 1}${inside}`}
            depth={depth}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            problems={problemsBelow(problems, 'properties', row.name)}
            onRename={(next) => rename(row.name, next)}
            onRequired={(required) => change(builder.withRequired(schema, row.name, required))}
            onSchema={(next) => change(builder.withSchema(schema, row.name, next))}
            onMove={(step) => move(row.name, step)}
            onRemove={() => remove(row.name, index)}
          />
        ))}
      </ul>
      {rows.length > mostRows && (
        <p className="py-1 text-small text-ink-2">
          The first {mostRows} of {rows.length} properties are shown; the others are in the JSON.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1">
        <Button look="plain" icon="plus" data-add className="-ml-1.5" onClick={add}>
          Add property{inside && <span className="sr-only">{inside}</span>}
        </Button>
        {!isObject(schema.additionalProperties) && (
          <Tick
            title="No others"
            label={`No other properties${inside}`}
            checked={schema.additionalProperties === false}
            onChange={(on) => change(withOthers(schema, !on))}
          />
        )}
      </div>
    </div>
  )
}

/** The name boxes of a level itself, without those of the levels in it. */
function nameBoxes(box: HTMLElement | null): HTMLInputElement[] {
  const list = box?.querySelector(':scope > ul')
  return [...(list?.querySelectorAll<HTMLInputElement>(':scope > li > div > [data-name]') ?? [])]
}

/** Moves the focus once what was asked for has been drawn. */
function useFocusNext() {
  const box = useRef<HTMLDivElement>(null)
  const find = useRef<() => HTMLElement | null | undefined>(undefined)
  useLayoutEffect(() => {
    const target = find.current?.()
    find.current = undefined
    if (!target || target === document.activeElement) return
    target.focus()
    if (target instanceof HTMLInputElement && target.type === 'text') target.select()
  })
  return {
    box,
    focusNext: (next: () => HTMLElement | null | undefined) => {
      find.current = next
    },
  }
}
