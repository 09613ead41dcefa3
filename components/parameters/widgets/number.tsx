'use client'

import { NumberBox } from '#components/ui/number-box.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** A number without a natural range; its unit stands before the box. */
export function NumberField({
  id,
  parameter,
  draft,
  onChange,
  onBlur,
  invalid,
  describedBy,
}: WidgetProps) {
  const unit = parameter.widget.kind === 'number' ? parameter.widget.unit : undefined
  return (
    <>
      {unit && <span className="text-tiny text-ink-3">{unit}</span>}
      <NumberBox
        id={id}
        value={textOf(draft)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        invalid={invalid}
        aria-describedby={describedBy}
      />
    </>
  )
}
