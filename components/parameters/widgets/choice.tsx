'use client'

import { optionsOf } from '#lib/parameters/bounds.ts'
import { Select } from '#components/ui/select.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** One of the schema's words. */
export function Choice({
  id,
  parameter,
  draft,
  onChange,
  onBlur,
  invalid,
  describedBy,
}: WidgetProps) {
  const words = optionsOf(parameter)
  const text = textOf(draft)
  const options = words.includes(text) ? words : [text, ...words]
  return (
    <Select
      id={id}
      value={text}
      options={options.map((value) => ({ value, title: value }))}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      invalid={invalid}
      aria-describedby={describedBy}
      className="w-28 font-mono text-small"
    />
  )
}
