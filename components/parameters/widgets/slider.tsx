'use client'

import type { CSSProperties } from 'react'
import { boundsOf } from '#lib/parameters/bounds.ts'
import { NumberBox } from '#components/ui/number-box.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** A slider with a number box in step; a tick marks what the API does by default. */
export function Slider({
  id,
  parameter,
  draft,
  onChange,
  onBlur,
  invalid,
  describedBy,
}: WidgetProps) {
  const { min = 0, max = 1 } = boundsOf(parameter)
  const text = textOf(draft)
  const value = Number.isFinite(Number(text)) ? Number(text) : min
  const share = (at: number) => `${(100 * (Math.min(max, Math.max(min, at)) - min)) / (max - min)}%`
  const step = parameter.widget.kind === 'slider' ? parameter.widget.step : 'any'
  // The custom property is read by the range-track utility.
  const filled = { '--filled': share(value) } as CSSProperties
  return (
    <div className="flex items-center gap-3">
      <div className="relative min-w-0 flex-1">
        <input
          type="range"
          aria-label={`${parameter.title} slider`}
          className="range-track block w-full"
          min={min}
          max={max}
          step={step}
          value={value}
          style={filled}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
        {typeof parameter.apiDefault === 'number' && (
          <span
            className="absolute top-3.5 h-1 w-px bg-control"
            style={{ left: share(parameter.apiDefault) }}
          />
        )}
      </div>
      <NumberBox
        id={id}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        invalid={invalid}
        aria-describedby={describedBy}
      />
    </div>
  )
}
