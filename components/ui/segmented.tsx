'use client'

import type { ReactNode } from 'react'

/** A choice between a few options that are all in view; arrow keys move, as in a radio group. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly { value: Value; title: ReactNode }[]
  value: Value
  onChange(value: Value): void
}) {
  const at = options.findIndex((option) => option.value === value)
  const move = (step: number, group: HTMLElement) => {
    const next = (at + step + options.length) % options.length
    const option = options[next]
    if (option) onChange(option.value)
    group.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
  }
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex gap-0.5 rounded-[6px] bg-sunken p-0.5"
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        move(step, event.currentTarget)
      }}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
          className="inline-flex h-6 items-center gap-1.5 rounded-[4px] px-2.5 whitespace-nowrap text-ink-2 aria-checked:bg-raised aria-checked:font-medium aria-checked:text-ink aria-checked:ring-1 aria-checked:ring-line-2 max-md:h-7"
        >
          {option.title}
        </button>
      ))}
    </div>
  )
}
