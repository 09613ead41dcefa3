'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import { valueKind, valueTyped, type ValueKind } from '#lib/json-schema/builder/change-shape.ts'
import type { JsonObject } from '#lib/json-schema/builder/object.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Faults } from './notes.tsx'

/** The values of a choice as chips. What is typed becomes one at Enter and when the box is left. */
export function ValueChips({
  schema,
  values,
  path,
  onChange,
}: {
  schema: JsonObject
  values: readonly (string | number)[]
  path: string
  onChange(values: readonly (string | number)[]): void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const value = typed === '' ? undefined : valueTyped(schema, typed)
  const problem = problemOf(typed, { kind: valueKind(schema), value, values })
  const add = () => {
    if (value === undefined || values.includes(value)) return
    onChange([...values, value])
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      add()
    }
    if (event.key === 'Backspace' && typed === '' && values.length > 0)
      onChange(values.slice(0, -1))
  }
  return (
    <>
      <div
        className={`mt-1 flex min-h-7 flex-wrap items-center gap-1 rounded-[6px] border bg-surface p-[3px] ${problem ? 'border-danger' : 'border-field'}`}
      >
        {values.map((one) => (
          <span
            key={`${typeof one} ${one}`}
            className="inline-flex min-h-5 max-w-full items-center gap-1 rounded-[4px] bg-sunken pr-0.5 pl-1.5 font-mono text-small ring-1 ring-line ring-inset"
          >
            <span className="min-w-0 wrap-anywhere">{one === '' ? '(empty)' : one}</span>
            <button
              type="button"
              aria-label={`Remove ${one === '' ? 'the empty value' : one} from ${path}`}
              className="grid size-4 flex-none place-items-center rounded-[4px] text-ink-3 hover:text-ink max-md:size-6"
              onClick={() => onChange(values.filter((other) => other !== one))}
            >
              <Icon name="close" size={10} />
            </button>
          </span>
        ))}
        <input
          type="text"
          aria-label={`Values of ${path}`}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem ? id : undefined}
          value={typed}
          placeholder="add a value…"
          autoComplete="off"
          spellCheck={false}
          className="w-24 min-w-0 flex-1 bg-transparent px-1 font-mono text-small outline-offset-0"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </div>
      {problem && (
        <div id={id}>
          <Faults problems={[{ path: [], message: problem }]} />
        </div>
      )}
    </>
  )
}

function problemOf(
  typed: string,
  {
    kind,
    value,
    values,
  }: {
    kind: ValueKind
    value: string | number | undefined
    values: readonly (string | number)[]
  },
): string | undefined {
  if (typed === '')
    return values.length === 0 ? 'Type at least one value, each with Enter.' : undefined
  if (value === undefined)
    return `The values of this list are ${kind === 'integer' ? 'whole numbers' : 'numbers'}.`
  return values.includes(value) ? `“${typed}” is there already.` : undefined
}
