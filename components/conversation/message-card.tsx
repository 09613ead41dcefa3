'use client'

import { useId, type KeyboardEvent } from 'react'
import type { Card } from '#lib/request/message-drafts.ts'
import { roles, type Role } from '#lib/request/messages.ts'
import { Icon } from '#components/ui/icon.tsx'
import { CardExtras } from './card-extras.tsx'
import { CardTools } from './card-tools.tsx'
import type { Messages } from './use-messages.ts'

/** One message: its role, its text, and what its role brings along. */
export function MessageCard({
  card,
  index,
  count,
  problem,
  messages,
}: {
  card: Card
  index: number
  count: number
  problem: string | undefined
  messages: Messages
}) {
  const id = useId()
  const name = `${card.role} message ${index + 1}`
  const edit = (change: Partial<Card>) => messages.edit(index, change)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    messages.move(index, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      data-message={index}
      onKeyDown={onKeyDown}
      className={`relative grid grid-cols-[96px_minmax(0,1fr)_auto] rounded-[6px] border bg-surface max-md:grid-cols-[84px_minmax(0,1fr)] ${problem ? 'border-danger' : 'border-line hover:border-line-2 focus-within:border-line-2'}`}
    >
      <select
        aria-label={`Role of message ${index + 1}`}
        value={card.role}
        onChange={(event) => messages.change(index, withRole(card, event.target.value))}
        className="mt-1 ml-1.5 h-7 w-21 self-start rounded-[4px] bg-transparent text-small font-medium text-ink-2 hover:bg-hover max-md:w-19"
      >
        {roles.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </select>
      <div className="min-w-0 py-1.5">
        {card.parts === undefined && (
          <textarea
            id={id}
            aria-label={`Text of ${name}`}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            rows={1}
            value={card.content}
            placeholder={placeholders[card.role]}
            onChange={(event) => edit({ content: event.target.value })}
            className={`field-sizing-content max-h-80 min-h-6 w-full resize-none rounded-[4px] bg-transparent px-1.5 py-0.5 leading-5 outline-offset-0 ${card.role === 'tool' ? 'font-mono text-small' : ''}`}
          />
        )}
        <CardExtras card={card} name={name} edit={edit} />
        {problem && (
          <p id={`${id}-problem`} className="flex gap-1.5 px-1.5 pt-1 text-small text-danger">
            <Icon name="error" size={14} />
            {problem}
          </p>
        )}
      </div>
      <CardTools card={card} name={name} index={index} count={count} messages={messages} />
    </li>
  )
}

const placeholders: Record<Role, string> = {
  developer: 'Instructions that the model must follow',
  system: 'Instructions for the whole conversation',
  user: 'What you say to the model',
  assistant: 'What the model said',
  tool: 'What the tool returned',
}

function withRole(card: Card, role: string): Card {
  // The menu offers only the roles of the list.
  return { ...card, role: role as Role }
}
