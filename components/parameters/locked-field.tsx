'use client'

import { Icon } from '#components/ui/icon.tsx'
import type { Draft } from '#lib/parameters/draft.ts'
import type { Field } from './use-field.ts'

/** A row that the author of the preset locked: what is set stays readable and cannot be changed. */
export function LockedField({ field: { parameter, draft, isSet } }: { field: Field }) {
  const text = isSet ? textOf(draft) : 'not sent'
  const isLong = text.includes('\n') || text.length > 24
  return (
    <>
      <div className="flex h-7 min-w-0 items-center gap-2 max-md:h-9">
        <span className={`whitespace-nowrap ${isSet ? 'font-medium text-ink' : 'text-ink-2'}`}>
          {parameter.title}
        </span>
        <code className="min-w-0 flex-1 truncate font-mono text-tiny text-ink-3">
          {parameter.name}
        </code>
        {!isLong && (
          <span className={isSet ? 'font-mono text-small' : 'text-tiny text-ink-3'}>{text}</span>
        )}
        <span className="text-ink-3" title="Locked by the author of this preset">
          <Icon name="lock" size={14} label="locked" />
        </span>
      </div>
      {isLong && (
        <pre
          tabIndex={0}
          aria-label={`${parameter.title}, locked`}
          className="mb-1.5 max-h-40 overflow-auto rounded-[6px] bg-sunken p-2 font-mono text-small whitespace-pre-wrap"
        >
          {text}
        </pre>
      )}
    </>
  )
}

function textOf(draft: Draft): string {
  if (typeof draft === 'string') return draft
  if (typeof draft === 'boolean') return draft ? 'on' : 'off'
  if (Array.isArray(draft)) return draft.map((one) => JSON.stringify(one)).join(', ')
  return JSON.stringify(draft)
}
