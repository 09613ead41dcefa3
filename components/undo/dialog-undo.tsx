'use client'

import { useEffect } from 'react'
import type { ParameterName } from '#lib/parameters/index.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { IconButton } from '#components/ui/button.tsx'
import { useStepsOf } from './undo-store.ts'
import { directionOf, goStep, isTyping } from './use-undo.ts'

/**
 * Undo and Redo in a dialog that edits one parameter, as buttons and by key outside text fields. They
 * stop where the next step would change anything else, as that is behind the dialog.
 */
export function DialogUndo({ name }: { name: ParameterName }) {
  const form = useParameterForm()
  const { canUndo, canRedo } = useStepsOf(name)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (!direction || isTyping(event.target)) return
      event.preventDefault()
      if (direction === 'back' ? canUndo : canRedo) goStep(form, direction)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [form, canUndo, canRedo])
  return (
    <>
      <IconButton
        icon="undo"
        label="Undo"
        aria-disabled={!canUndo || undefined}
        className="aria-disabled:opacity-40"
        onClick={() => canUndo && goStep(form, 'back')}
      />
      <IconButton
        icon="redo"
        label="Redo"
        aria-disabled={!canRedo || undefined}
        className="aria-disabled:opacity-40"
        onClick={() => canRedo && goStep(form, 'forward')}
      />
    </>
  )
}
