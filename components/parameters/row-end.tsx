'use client'

import { isLiftable } from '#lib/providers/availability.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Field } from './use-field.ts'

/** What stands at the end of a row beside its control. An inline control leaves no room for a tag. */
export function RowEnd({
  field,
  title,
  tagged,
  onSet,
}: {
  field: Field
  title: string
  tagged: boolean
  onSet(): void
}) {
  if (field.unavailable) return <Refused field={field} reason={field.unavailable} />
  if (field.isSet) {
    return field.problem && tagged ? (
      <span className="rounded-[4px] bg-danger-soft px-1 text-tiny text-danger">1 problem</span>
    ) : null
  }
  return (
    <>
      <span className="px-1.5 text-tiny text-ink-3 group-focus-within/field:hidden group-hover/field:hidden">
        not sent{markOf(field)}
      </span>
      <button
        type="button"
        aria-label={`Set ${title}`}
        onClick={onSet}
        className="reveal h-6 rounded-[4px] border border-line-2 bg-surface px-2 text-small font-medium hover:bg-hover"
      >
        Set
      </button>
    </>
  )
}

/** A value that is kept has the reason in the note under it, where there is one. */
function Refused({ field, reason }: { field: Field; reason: string }) {
  const { availability, draft } = field
  const hasNote = availability.status === 'refused' && isLiftable(availability.rule)
  const whenKept = hasNote ? 'kept but not sent' : `${reason}, kept but not sent`
  return (
    <span className="flex min-w-0 items-center gap-1 text-tiny text-ink-3">
      <Icon name="minus" size={12} />
      <span className="truncate" title={reason}>
        {draft === null ? reason : whenKept}
      </span>
    </span>
  )
}

function markOf({ availability, lacks }: Field): string {
  if (lacks) return ` · needs ${lacks}`
  if (availability.status === 'unverified') return ' · unverified'
  return availability.status === 'limited' && !availability.lifted ? ' · limited' : ''
}
