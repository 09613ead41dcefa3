'use client'

import { useController } from 'react-hook-form'
import { mentionsJson } from '#lib/parameters/output.ts'
import { isMessagesDraft, messagesOfDraft } from '#lib/request/message-drafts.ts'
import { withJsonInstruction } from '#lib/structured/json-instruction.ts'
import { newKey } from '#components/conversation/use-messages.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { endStep } from '#components/undo/undo-store.ts'

/** The way to the instruction that JSON mode needs, while no message mentions JSON. */
export function JsonModePart() {
  const { field } = useController({ control: useControl(), name: 'messages' })
  const draft = isMessagesDraft(field.value) ? field.value : { mode: 'cards' as const, cards: [] }
  const read = messagesOfDraft(draft)
  if (!read.ok || mentionsJson({ messages: read.value })) return null
  const add = () => {
    const next = withJsonInstruction(draft, newKey())
    if (!next) return
    endStep()
    field.onChange(next)
    endStep()
    announce('The conversation now asks for JSON.')
  }
  return (
    <div>
      <Button icon="plus" onClick={add}>
        Add the instruction
      </Button>
      <p className="mt-1 text-small text-ink-3">
        No message mentions JSON yet. A system message then asks for it.
      </p>
    </div>
  )
}
