'use client'

import { useId } from 'react'
import type { Problem } from '#lib/parameters/problems.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import { CallsPart } from './calls-part.tsx'
import type { CardProps } from './card-props.ts'
import { PartsEditor } from './parts/parts-editor.tsx'

/** What a message has beside its text: content parts, an assistant's tool calls, a tool's call id. */
export function CardExtras(props: CardProps & { problems: readonly Problem[] }) {
  const { card, index, name, messages } = props
  return (
    <>
      {card.parts !== undefined && <PartsEditor {...props} text={card.parts} />}
      {card.role === 'assistant' && card.toolCalls !== undefined && (
        <CallsPart
          label={`Tool calls of ${name}`}
          value={card.toolCalls}
          problems={props.problems}
          onChange={(toolCalls) => messages.edit(index, { toolCalls })}
        />
      )}
      {card.role === 'tool' && <CallId {...props} />}
    </>
  )
}

function CallId({ card, index, name, messages }: CardProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2 px-1.5 pt-1">
      <label htmlFor={id} className="font-mono text-tiny text-ink-3">
        tool_call_id
      </label>
      <TextBox
        id={id}
        aria-label={`Call id of ${name}`}
        value={card.toolCallId ?? ''}
        placeholder="call_1"
        className="h-6"
        onChange={(event) => messages.edit(index, { toolCallId: event.target.value })}
      />
    </div>
  )
}
