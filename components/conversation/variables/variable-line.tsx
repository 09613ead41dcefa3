'use client'

import { useId } from 'react'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NameBox } from './name-box.tsx'
import type { VariableRow, Variables } from './use-variables.ts'

/** One variable: its name, its value, and what becomes of it. */
export function VariableLine({
  row,
  names,
  variables,
  isLocked,
  canRename,
  problem,
}: {
  row: VariableRow
  /** Of all rows. */
  names: readonly string[]
  variables: Variables
  isLocked: boolean
  canRename: boolean
  problem: string | undefined
}) {
  const id = useId()
  const { name, value, isUsed } = row
  return (
    <li
      data-variable={name}
      className="grid grid-cols-[minmax(0,152px)_minmax(0,1fr)_28px] items-start gap-x-1 border-t border-line px-1.5 py-1 max-md:grid-cols-[minmax(0,1fr)_32px]"
    >
      {canRename ? (
        <NameBox name={name} others={names} onRename={(next) => variables.rename(name, next)} />
      ) : (
        <code className="px-1.5 py-1 font-mono text-small wrap-anywhere">{name}</code>
      )}
      <div className="min-w-0 max-md:col-span-2 max-md:row-start-2">
        <textarea
          aria-label={`Value of ${name}`}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-note`}
          rows={1}
          readOnly={isLocked}
          value={value ?? ''}
          spellCheck={false}
          onChange={(event) => variables.set(name, event.target.value)}
          className={`block field-sizing-content max-h-40 min-h-7 w-full resize-none rounded-[4px] border px-2 py-[3px] leading-5 ${problem ? 'border-danger' : 'border-field'} ${isLocked ? 'bg-sunken' : 'bg-surface'}`}
        />
        <div className="flex flex-wrap items-center gap-x-2">
          <div id={`${id}-note`}>
            {problem === undefined ? (
              <Note row={row} />
            ) : (
              <p className="flex gap-1.5 pt-0.5 text-small text-danger">
                <Icon name="error" size={14} />
                {problem}
              </p>
            )}
          </div>
          {value === undefined && !isLocked && (
            <Button
              look="plain"
              className="-ml-1 h-6 px-1 text-small"
              onClick={() => variables.set(name, '')}
            >
              Send nothing in its place
            </Button>
          )}
        </div>
      </div>
      {value !== undefined && !isLocked && (
        <IconButton
          icon={isUsed ? 'reset' : 'trash'}
          label={
            isUsed
              ? `Reset value of ${name} (send the braces as written)`
              : `Remove variable ${name}`
          }
          className="mt-0.5 max-md:col-start-2 max-md:row-start-1 max-md:mt-0"
          onClick={() => variables.remove(name)}
        />
      )}
    </li>
  )
}

function Note({ row: { value, isUsed } }: { row: VariableRow }) {
  if (value === undefined) {
    return (
      <p className="flex gap-1.5 pt-0.5 text-small text-warn">
        <Icon name="warning" size={14} />
        no value: sent as written
      </p>
    )
  }
  if (!isUsed) return <p className="pt-0.5 text-small text-ink-3">not used</p>
  return value === '' ? (
    <p className="pt-0.5 text-small text-ink-3">empty: nothing is sent in its place</p>
  ) : null
}
