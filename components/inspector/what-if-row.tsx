'use client'

import { useId, useState, type CSSProperties } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { NumberBox } from '#components/ui/number-box.tsx'

/** What a slider can stand at. */
export interface SliderRange {
  title: string
  min: number
  max: number
  step: number
  /** Beyond the slider's own end, for the box. */
  most?: number
}

/** A slider, a number box in step with it, and a button that puts it back where it started. */
export function WhatIfRow({
  range,
  value,
  start,
  onChange,
}: {
  range: SliderRange
  value: number
  start: number
  /** With nothing: back to the start. */
  onChange(value: number | undefined): void
}) {
  const id = useId()
  // What was typed, while it is no number that the field takes, or writes the same one otherwise.
  const [typed, setTyped] = useState<string>()
  const { title, min, max, step } = range
  const problem = typed === undefined ? undefined : problemOf(typed, range)
  const move = (next: number | undefined) => {
    setTyped(undefined)
    onChange(next)
  }
  const type = (text: string) => {
    setTyped(text)
    if (problemOf(text, range) === undefined) onChange(numberIn(text))
  }
  return (
    <div data-what-if={title}>
      <div className="flex h-7 items-center gap-3 max-md:h-9">
        <label htmlFor={id} className="w-[116px] flex-none whitespace-nowrap text-ink-2">
          {title}
        </label>
        <input
          type="range"
          aria-label={`${title} slider`}
          className="range-track block w-full min-w-0 flex-1"
          min={min}
          max={max}
          step={step}
          value={value}
          style={filled(value, range)}
          onChange={(event) => move(Number(event.target.value))}
        />
        <NumberBox
          id={id}
          className="w-14 flex-none"
          value={typed ?? String(value)}
          invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => problem === undefined && setTyped(undefined)}
        />
        <span className="w-6 flex-none max-md:w-8">
          {(value !== start || typed !== undefined) && (
            <IconButton icon="reset" label={`Reset ${title}`} onClick={() => move(undefined)} />
          )}
        </span>
      </div>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="pb-1 text-small text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

/** Typographic minus signs count as well. */
function numberIn(text: string): number {
  return Number(text.trim().replace('−', '-'))
}

function problemOf(text: string, { title, min, max, most = max, step }: SliderRange) {
  const value = text.trim() === '' ? Number.NaN : numberIn(text)
  const fits = value >= min && value <= most && (step < 1 || Number.isInteger(value))
  if (fits) return undefined
  const kind = step < 1 ? 'a number' : 'a whole number'
  const limits = most === Infinity ? `of at least ${min}` : `from ${min} to ${most}`
  return `${title} is ${kind} ${limits}.`.replaceAll('-', '−')
}

/** The track is filled from the left, or from the middle where the range has two signs. */
function filled(value: number, { min, max }: SliderRange): CSSProperties {
  const share = (at: number) => (100 * (Math.min(max, Math.max(min, at)) - min)) / (max - min)
  if (min >= 0) return custom({ '--filled': `${share(value)}%` })
  const [from, to] = [share(Math.min(0, value)), share(Math.max(0, value))]
  const stops = `var(--line-2) ${from}%, var(--accent) ${from}% ${to}%, var(--line-2) ${to}%`
  return custom({ '--track': `linear-gradient(to right, ${stops})` })
}

/** Custom properties, which the range-track utility reads. */
function custom(properties: Record<`--${string}`, string>): CSSProperties {
  return properties as CSSProperties
}
