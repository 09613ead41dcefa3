'use client'

import { useId, useRef } from 'react'
import { ComboList, lineId } from './list.tsx'
import { mostShown, type ComboOption } from './matches.ts'
import { useCombo } from './use-combo.ts'
import { usePlace } from './use-place.ts'

/**
 * A field for any text with a list of suggestions, after the combobox pattern of WAI-ARIA: typing
 * filters, the arrows move through the list while the focus stays in the field, Enter takes a line,
 * Escape closes. What is typed counts whether or not the list holds it.
 */
export function Combobox({
  id,
  listLabel,
  value,
  options,
  note,
  invalid,
  describedBy,
  onChange,
  onBlur,
  onOpen,
}: {
  id: string
  listLabel: string
  value: string
  options: readonly ComboOption[]
  /** Where the list stands, one sentence. */
  note: string
  invalid: boolean
  describedBy: string | undefined
  onChange(value: string): void
  onBlur(): void
  /** The field was turned to; a time to fetch the options. */
  onOpen(): void
}) {
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const combo = useCombo({ options, value, onChange })
  const place = usePlace(field, combo.open)
  const more = combo.found.length - mostShown
  return (
    <>
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={combo.open}
        aria-controls={place ? listId : undefined}
        aria-activedescendant={
          place && combo.active !== undefined ? lineId(listId, combo.active) : undefined
        }
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        value={value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={`h-6 w-full min-w-0 rounded-[4px] border bg-surface px-1.5 text-ellipsis max-md:h-7 ${invalid ? 'border-danger' : 'border-field'}`}
        onChange={(event) => combo.type(event.target.value)}
        onFocus={onOpen}
        onClick={combo.show}
        onKeyDown={combo.press}
        onBlur={() => {
          combo.close()
          onBlur()
        }}
      />
      {place && (
        <ComboList
          id={listId}
          label={listLabel}
          shown={combo.shown}
          active={combo.active}
          place={place}
          foot={more > 0 ? `${more} more: type to narrow the list. ${note}` : note}
          onChoose={combo.choose}
        />
      )}
    </>
  )
}
