'use client'

import { TextBox } from '#components/ui/text-box.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** A short text. */
export function TextField({
  id,
  parameter,
  draft,
  onChange,
  onBlur,
  invalid,
  describedBy,
}: WidgetProps) {
  const placeholder = parameter.widget.kind === 'text' ? parameter.widget.placeholder : undefined
  return (
    <TextBox
      id={id}
      value={textOf(draft)}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      invalid={invalid}
      aria-describedby={describedBy}
    />
  )
}
