'use client'

import { lazy, memo, Suspense, useEffect, useId, useRef, useState } from 'react'
import { parameterOf, type ParameterName } from '#lib/parameters/index.ts'
import { IconButton } from '#components/ui/button.tsx'
import { FieldNotes } from './field-notes.tsx'
import { focusParameter } from './focus-parameter.ts'
import { useLock } from './lock.ts'
import { RowEnd } from './row-end.tsx'
import { useField, type Field } from './use-field.ts'
import { widgetOf } from './widget-of.tsx'

// Few presets lock anything, so it is no part of the first load.
const LockedField = lazy(async () => ({
  default: (await import('./locked-field.tsx')).LockedField,
}))

/** One row of the form: label, wire name, and control or state. */
export const ParameterField = memo(function ParameterField({ name }: { name: ParameterName }) {
  const field = useField(parameterOf(name))
  const { parameter } = field
  const id = useId()
  const [help, setHelp] = useState(false)
  const setAndFocus = useFocusAfterSet(field, name)
  const { Control, inline } = widgetOf(parameter.widget)
  const state = stateOf(field)
  const isLocked = useLock(name)
  const control = field.isSet && (
    <Control
      id={id}
      parameter={parameter}
      draft={field.draft}
      onChange={field.change}
      onBlur={field.blur}
      invalid={field.problem !== undefined}
      describedBy={field.problem ? `${id}-problem` : undefined}
    />
  )
  const row = {
    'data-parameter': name,
    'data-state': state,
    'data-availability': field.availability.status,
    className: `group/field relative pr-3 pl-4 before:absolute before:inset-y-0 before:left-0 before:w-[3px] ${rails[state]}`,
  }
  if (isLocked) {
    return (
      <div {...row} data-locked>
        <Suspense>
          <LockedField field={field} />
        </Suspense>
      </div>
    )
  }
  return (
    <div {...row}>
      <div className="flex h-7 min-w-0 items-center gap-2 max-md:h-9">
        <label
          htmlFor={field.isSet ? id : undefined}
          className={`whitespace-nowrap ${labels[state]}`}
        >
          {parameter.title}
        </label>
        {name !== 'provider' && (
          <code className="max-w-max min-w-0 flex-1 truncate font-mono text-tiny text-ink-3">
            {name}
          </code>
        )}
        <div
          className={`ml-auto flex items-center gap-1 ${field.unavailable ? 'min-w-0' : 'flex-none'}`}
        >
          <RowEnd field={field} title={parameter.title} tagged={!inline} onSet={setAndFocus} />
          <IconButton
            icon="help"
            label={`Help for ${parameter.title}`}
            aria-expanded={help}
            className={`size-5 max-md:size-7 ${help || field.unavailable ? '' : 'reveal'}`}
            onClick={() => setHelp(!help)}
          />
          {inline && control}
          {field.isSet && !parameter.required && (
            <IconButton
              icon="reset"
              label={`Reset ${parameter.title} (do not send it)`}
              className="-mr-1 size-5 max-md:size-7"
              onClick={field.reset}
            />
          )}
        </div>
      </div>
      {!inline && control && <div className="-mt-0.5 pb-1.5">{control}</div>}
      <FieldNotes id={id} field={field} help={help} />
    </div>
  )
})

type State = 'unset' | 'set' | 'problem' | 'unavailable'

const rails: Record<State, string> = {
  unset: 'hover:bg-hover focus-within:bg-hover',
  set: 'before:bg-accent',
  problem: 'before:bg-danger',
  unavailable: '',
}

const labels: Record<State, string> = {
  unset: 'text-ink-2',
  set: 'font-medium text-ink',
  problem: 'font-medium text-ink',
  unavailable: 'text-ink-3 line-through decoration-control',
}

function stateOf(field: Field): State {
  if (field.unavailable) return 'unavailable'
  if (!field.isSet) return 'unset'
  return field.problem ? 'problem' : 'set'
}

/** Sets the parameter and moves the focus into the control that then appears. */
function useFocusAfterSet(field: Field, name: ParameterName): () => void {
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current || !field.isSet) return
    wanted.current = false
    focusParameter(name)
  }, [field.isSet, name])
  return () => {
    wanted.current = true
    field.set()
  }
}
