'use client'

import { useEffect } from 'react'
import { parameterOf } from '#lib/parameters/index.ts'
import { useParameterForm, type ParameterForm } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { reportNow } from '#components/ui/late-report.ts'
import { stepTo, withoutSteps } from './undo-store.ts'

/** Goes one step back, or forward again, and says what changed. */
export function goStep(form: ParameterForm, direction: 'back' | 'forward'): void {
  reportNow()
  const step = stepTo(direction)
  if (!step) return
  withoutSteps(() => {
    for (const name of step.names) form.setValue(name, step.drafts[name], { shouldDirty: true })
  })
  void form.trigger()
  const titles = step.names.map((name) => parameterOf(name).title)
  announce(`${direction === 'back' ? 'Undone' : 'Done again'}: ${titles.join(', ')}.`)
}

/** Ctrl or Cmd Z outside text fields goes one step back; with Shift, or Ctrl Y, forward again. */
export function useUndoKeys(): void {
  const form = useParameterForm()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (!direction) return
      if (document.querySelector('dialog[open]') || isTyping(event.target)) return
      event.preventDefault()
      goStep(form, direction)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [form])
}

/** Where a key leads: Ctrl or Cmd Z back; with Shift, or Ctrl Y, forward again. */
export function directionOf(event: KeyboardEvent): 'back' | 'forward' | undefined {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  if (key === 'y') return 'forward'
  if (key !== 'z') return undefined
  return event.shiftKey ? 'forward' : 'back'
}

/** Text fields have an undo of their own; sliders and switches do not. */
export function isTyping(target: EventTarget | null): boolean {
  const fields =
    'input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]'
  return target instanceof Element && target.closest(fields) !== null
}
