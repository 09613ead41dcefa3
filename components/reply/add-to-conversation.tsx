'use client'

import { useController } from 'react-hook-form'
import { assistantMessage } from '#lib/reply/assistant-message.ts'
import type { Choice } from '#lib/reply/reply.ts'
import { draftOfMessages, messagesOfDraft } from '#lib/request/message-drafts.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useLock } from '#components/parameters/lock.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'

/** Continues the conversation: the reply becomes a message, and an empty user message follows it. */
export function AddToConversation({ choice }: { choice: Choice }) {
  const { field } = useController({ control: useControl(), name: 'messages' })
  const isLocked = useLock('messages')
  if (isLocked) return null
  if (choice.content === '' && choice.refusal === '' && choice.toolCalls.length === 0) return null
  const add = () => {
    const read = messagesOfDraft(field.value)
    if (!read.ok) return announce('The conversation has a problem. Nothing was added.')
    const next = choice.toolCalls.map(({ id }) => ({ role: 'tool', tool_call_id: id, content: '' }))
    const after = next.length > 0 ? next : [{ role: 'user', content: '' }]
    field.onChange(draftOfMessages([...read.value, assistantMessage(choice), ...after]))
    announce('Reply added to the conversation.')
  }
  return (
    <div className="px-4 pt-1 max-md:px-2">
      <Button look="plain" icon="plus" onClick={add}>
        Add reply to conversation
      </Button>
    </div>
  )
}
