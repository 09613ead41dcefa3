'use client'

import type { Card } from '#lib/request/message-drafts.ts'
import { CardCount } from '#components/tokenizer/count.tsx'
import { IconButton } from '#components/ui/button.tsx'
import type { Messages } from './use-messages.ts'

const callTemplate = `[
  {
    "id": "call_1",
    "type": "function",
    "function": { "name": "my_tool", "arguments": "{}" }
  }
]`

/** What can be done with a message as a whole. */
export function CardTools({
  card,
  name,
  index,
  count,
  messages,
}: {
  card: Card
  name: string
  index: number
  count: number
  messages: Messages
}) {
  return (
    <div className="relative flex items-start gap-0.5 p-1.5 max-md:col-span-2 max-md:justify-end max-md:pt-0">
      {card.role === 'assistant' && card.toolCalls === undefined && (
        <IconButton
          icon="braces"
          label={`Add tool calls to ${name}`}
          className="reveal"
          onClick={() => messages.edit(index, { toolCalls: callTemplate })}
        />
      )}
      <IconButton
        icon="up"
        label={`Move ${name} up`}
        className="reveal"
        disabled={index === 0}
        onClick={() => messages.move(index, -1)}
      />
      <IconButton
        icon="down"
        label={`Move ${name} down`}
        className="reveal"
        disabled={index === count - 1}
        onClick={() => messages.move(index, 1)}
      />
      <IconButton
        icon="duplicate"
        label={`Duplicate ${name}`}
        className="reveal"
        onClick={() => messages.duplicate(index)}
      />
      <IconButton
        icon="trash"
        label={`Delete ${name}`}
        className="reveal"
        onClick={() => messages.remove(index)}
      />
      <CardCount card={card} name={name} />
    </div>
  )
}
