'use client'

import { useId } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import type { Card } from '#lib/request/message-drafts.ts'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { TextBox } from '#components/ui/text-box.tsx'

/** What a message has beside its text: content parts, an assistant's tool calls, a tool's call id. */
export function CardExtras({
  card,
  name,
  edit,
}: {
  card: Card
  name: string
  edit(change: Partial<Card>): void
}) {
  return (
    <>
      {card.parts !== undefined && (
        <JsonPart
          label={`Content parts of ${name}`}
          value={card.parts}
          onChange={(parts) => edit({ parts })}
        />
      )}
      {card.role === 'assistant' && card.toolCalls !== undefined && (
        <JsonPart
          label={`Tool calls of ${name}`}
          value={card.toolCalls}
          onChange={(toolCalls) => edit({ toolCalls })}
        />
      )}
      {card.role === 'tool' && <CallId card={card} name={name} edit={edit} />}
    </>
  )
}

function CallId({
  card,
  name,
  edit,
}: {
  card: Card
  name: string
  edit(change: Partial<Card>): void
}) {
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
        onChange={(event) => edit({ toolCallId: event.target.value })}
      />
    </div>
  )
}

function JsonPart({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange(text: string): void
}) {
  const id = useId()
  const { problems } = parseTolerantJson(value)
  return (
    <JsonEditor
      id={id}
      label={label}
      value={value}
      onChange={onChange}
      problems={problems}
      invalid={problems.length > 0}
    />
  )
}
