'use client'

import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react'
import { matchesOf, mostShown, type ComboOption } from './matches.ts'

interface Given {
  options: readonly ComboOption[]
  value: string
  onChange(value: string): void
}

/**
 * The state of a combobox. A list that was opened without typing holds everything, with the field's own
 * value as its active line; from the first key on it holds what fits.
 */
export function useCombo({ options, value, onChange }: Given) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(false)
  const [moved, setMoved] = useState<number>()
  const filter = useDeferredValue(typed ? value : '')
  const found = useMemo(() => matchesOf(options, filter), [options, filter])
  const shown = useMemo(() => withValue(found, typed ? '' : value), [found, typed, value])
  const own = typed ? -1 : shown.findIndex((one) => one.value === value)
  const active = activeOf(moved, own, shown.length)

  const close = () => {
    setOpen(false)
    setMoved(undefined)
    setTyped(false)
  }
  const choose = (next: string) => {
    onChange(next)
    close()
  }
  const move = (step: number) => {
    setOpen(true)
    if (open && shown.length > 0) setMoved(stepped(active, step, shown.length))
  }
  return {
    open,
    found,
    shown,
    active,
    close,
    choose,
    show: () => setOpen(true),
    type(next: string) {
      setOpen(true)
      setTyped(true)
      setMoved(undefined)
      onChange(next)
    },
    press(event: KeyboardEvent) {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
      const step = steps[event.key]
      if (step !== undefined) {
        event.preventDefault()
        move(step)
        return
      }
      if (!open || (event.key !== 'Enter' && event.key !== 'Escape')) return
      // The list takes the key; the page's own meaning of it waits for the next press.
      event.preventDefault()
      event.stopPropagation()
      const line = active === undefined ? undefined : shown[active]
      if (event.key === 'Enter' && line) choose(line.value)
      else close()
    },
  }
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

/** The first lines, and among them the field's own value wherever it stands in the list. */
function withValue(found: readonly ComboOption[], value: string): readonly ComboOption[] {
  const first = found.slice(0, mostShown)
  if (value === '' || first.some((one) => one.value === value)) return first
  const own = found.find((one) => one.value === value)
  return own ? [own, ...first.slice(0, mostShown - 1)] : first
}

function activeOf(moved: number | undefined, own: number, count: number): number | undefined {
  const active = moved ?? own
  return active >= 0 && active < count ? active : undefined
}

/** Single steps go round at the ends; longer ones stop there. */
function stepped(active: number | undefined, step: number, count: number): number {
  if (active === undefined) return step > 0 ? 0 : count - 1
  if (Math.abs(step) === 1) return (active + step + count) % count
  return Math.max(0, Math.min(count - 1, active + step))
}
