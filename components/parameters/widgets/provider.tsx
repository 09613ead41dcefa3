'use client'

import { providers } from '#lib/providers/catalogue.ts'
import { Select } from '#components/ui/select.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** The menu of providers. */
export function ProviderField({ id, draft, onChange, onBlur, invalid, describedBy }: WidgetProps) {
  return (
    <Select
      id={id}
      value={textOf(draft)}
      options={providers.map((row) => ({ value: row.id, title: row.title }))}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      invalid={invalid}
      aria-describedby={describedBy}
      className="w-42"
    />
  )
}
