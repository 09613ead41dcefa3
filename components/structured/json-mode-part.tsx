'use client'

import { useWatch } from 'react-hook-form'
import { mentionsJson } from '#lib/parameters/output.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import {
  isMessagesDraft,
  messagesOfDraft,
  type MessagesDraft,
} from '#lib/request/message-drafts.ts'
import { withJsonInstruction } from '#lib/structured/json-instruction.ts'
import { newKey } from '#components/conversation/use-messages.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { endStep } from '#components/undo/undo-store.ts'

/** The way to the instruction that JSON mode needs, while no message mentions JSON. */
export function JsonModePart() {
  const form = useParameterForm()
  const lacksIt = useWatch({ control: form.control, compute: lacksInstruction })
  if (!lacksIt) return null
  const add = () => {
    const next = withJsonInstruction(draftIn(form.getValues()), newKey())
    if (!next) return
    endStep()
    form.setValue('messages', next, { shouldDirty: true, shouldValidate: true })
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

function draftIn({ messages }: Drafts): MessagesDraft {
  return isMessagesDraft(messages) ? messages : { mode: 'cards', cards: [] }
}

/** Whether the conversation can be read and no message mentions JSON. */
function lacksInstruction(drafts: Drafts): boolean {
  const read = messagesOfDraft(draftIn(drafts))
  return read.ok && !mentionsJson({ messages: read.value })
}
