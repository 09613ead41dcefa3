'use client'

import { useParameterForm } from '#components/parameters/form-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { useSteps } from './undo-store.ts'
import { goStep } from './use-undo.ts'

/** Undo and Redo of the form and the conversation, each where there is such a step. */
export function UndoButtons() {
  const form = useParameterForm()
  const { canUndo, canRedo } = useSteps()
  return (
    <span className="ml-auto flex gap-1">
      {canUndo && (
        <Button look="plain" icon="undo" onClick={() => goStep(form, 'back')}>
          Undo
        </Button>
      )}
      {canRedo && (
        <Button look="plain" icon="redo" onClick={() => goStep(form, 'forward')}>
          Redo
        </Button>
      )}
    </span>
  )
}
