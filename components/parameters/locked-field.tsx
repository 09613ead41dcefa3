'use client'

import { useId } from 'react'
import type { Draft } from '#lib/parameters/draft.ts'
import { providers } from '#lib/providers/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Field } from './use-field.ts'

/** A row that the author of the preset locked: what is set stays readable and cannot be changed. */
export function LockedField({ field }: { field: Field }) {
  const { parameter, draft, problem, unavailable } = field
  const id = useId()
  const isSet = draft !== null
  const text = textOf(parameter.name, draft)
  const isLong = text.includes('\n') || text.length > 20
  const value = {
    id,
    readOnly: true,
    value: text,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': `${id}-lock${problem ? ` ${id}-problem` : ''}`,
  }
  return (
    <>
      <div className="flex h-7 min-w-0 items-center gap-2 max-md:h-9">
        <label
          htmlFor={isSet ? id : undefined}
          className={`whitespace-nowrap ${isSet ? 'font-medium text-ink' : 'text-ink-2'} ${unavailable ? 'line-through decoration-control' : ''}`}
        >
          {parameter.title}
        </label>
        {parameter.name !== 'provider' && (
          <code className="min-w-0 flex-1 truncate font-mono text-tiny text-ink-3">
            {parameter.name}
          </code>
        )}
        <span className="ml-auto flex flex-none items-center gap-1.5">
          {isSet && !isLong && (
            <input
              {...value}
              className="field-sizing-content max-w-44 rounded-[4px] bg-transparent px-1 text-right font-mono text-small text-ink"
            />
          )}
          {!isSet && <span className="text-tiny text-ink-3">not sent</span>}
          {isSet && unavailable && <span className="text-tiny text-ink-3">kept, not sent</span>}
          <span id={`${id}-lock`} className="text-ink-3" title={reason}>
            <Icon name="lock" size={14} label={reason} />
          </span>
        </span>
      </div>
      {isSet && isLong && (
        <textarea
          {...value}
          rows={1}
          className="mb-1.5 field-sizing-content max-h-40 w-full resize-none rounded-[6px] bg-sunken px-2 py-1.5 font-mono text-small text-ink"
        />
      )}
      {problem && (
        <p id={`${id}-problem`} className="flex gap-1.5 pb-2 text-small text-danger">
          <Icon name="error" size={14} />
          {problem}
        </p>
      )}
    </>
  )
}

const reason = 'Locked by the author of this preset'

function textOf(name: string, draft: Draft): string {
  const provider = providers.find(({ id }) => name === 'provider' && id === draft)
  if (provider) return provider.title
  if (typeof draft === 'string') return draft
  if (typeof draft === 'boolean') return draft ? 'on' : 'off'
  if (Array.isArray(draft)) return draft.map((one) => JSON.stringify(one)).join(', ')
  return JSON.stringify(draft)
}
