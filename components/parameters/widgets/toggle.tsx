'use client'

import { Switch } from '#components/ui/switch.tsx'
import type { WidgetProps } from './widget.ts'

/** A boolean, or one boolean key of an object whose other keys are kept. */
export function Toggle({
  id,
  parameter,
  draft,
  onChange,
  onBlur,
  invalid,
  describedBy,
}: WidgetProps) {
  const key = parameter.widget.kind === 'switch' ? parameter.widget.key : undefined
  const object = typeof draft === 'object' && draft !== null ? { ...draft } : {}
  const checked = key
    ? Object.entries(object).some(([name, on]) => name === key && on === true)
    : draft === true
  return (
    <Switch
      id={id}
      checked={checked}
      onChange={(on) => onChange(key ? { ...object, [key]: on } : on)}
      onBlur={onBlur}
      invalid={invalid}
      describedBy={describedBy}
    />
  )
}
