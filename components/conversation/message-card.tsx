'use client'

import { Suspense, useId, type KeyboardEvent } from 'react'
import type { Problem } from '#lib/parameters/problems.ts'
import type { Card } from '#lib/request/message-drafts.ts'
import { roles, type Role } from '#lib/request/messages.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { CardProps } from './card-props.ts'
import { CardTools } from './card-tools.tsx'
import { Later } from './load-later.ts'

/** One message: its role, its text or parts, and what its role brings along. */
export function MessageCard(props: Omit<CardProps, 'name'> & { problems: readonly Problem[] }) {
  const { card, index, messages, problems, fold } = props
  const id = useId()
  const name = `${card.role} message ${index + 1}`
  // Those of parts and calls stand at them.
  const own = problems.find(({ path }) =>
    path[1] === 'content' ? path.length < 3 : path[1] !== 'tool_calls',
  )
  const isFaulty = problems.length > 0
  // What is wrong has to be seen.
  const isFolded = fold === true && !isFaulty
  const isRich = card.parts !== undefined || card.toolCalls !== undefined || card.role === 'tool'
  const given = { ...props, name }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    messages.move(index, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      data-message={index}
      data-card={card.key}
      data-fold={fold === undefined ? 'auto' : fold}
      onKeyDown={onKeyDown}
      className={`relative grid grid-cols-[96px_minmax(0,1fr)_auto] rounded-[6px] border bg-surface data-over:border-accent data-over:bg-accent-soft max-md:grid-cols-[84px_minmax(0,1fr)_auto] ${isFaulty ? 'border-danger' : 'border-line hover:border-line-2 focus-within:border-line-2'}`}
    >
      <div className="absolute inset-y-0 -left-5 w-5 max-md:-left-4">
        {/* Keys and buttons do the same, so it is silent. */}
        <span
          aria-hidden
          data-grip
          title="Drag to move"
          className="reveal grid h-9 max-h-full w-full cursor-grab touch-none place-items-center text-ink-3 select-none hover:text-ink"
        >
          <Icon name="grip" size={14} />
        </span>
      </div>
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
      <div className={`min-w-0 py-1.5 ${fold === false ? opened : ''}`}>
        {!isFolded && card.parts === undefined && (
          <textarea
            id={id}
            aria-label={`Text of ${name}`}
            aria-invalid={own ? true : undefined}
            aria-describedby={own ? `${id}-problem` : undefined}
            rows={1}
            value={card.content}
            placeholder={placeholders[card.role]}
            onChange={(event) => messages.edit(index, { content: event.target.value })}
            className={`block field-sizing-content max-h-80 min-h-6 w-full resize-none rounded-[4px] bg-transparent px-1.5 py-0.5 leading-5 outline-offset-0 ${fold === undefined ? oneLine : ''} ${card.role === 'tool' ? 'font-mono text-small' : ''}`}
          />
        )}
        <Suspense>
          {isFolded && <Later what="line" {...given} />}
          {!isFolded && isRich && <Later what="extras" {...given} />}
        </Suspense>
        {own && (
          <p id={`${id}-problem`} className="flex gap-1.5 px-1.5 pt-1 text-small text-danger">
            <Icon name="error" size={14} />
            {own.message}
          </p>
        )}
      </div>
      <CardTools {...given} />
    </li>
  )
}

/** On a phone, until one writes in it. */
const oneLine =
  'max-md:not-focus:overflow-hidden max-md:not-focus:text-nowrap max-md:not-focus:mask-r-from-85%'

/** On a phone there is little room beside the role. */
const opened = 'max-md:col-span-full max-md:row-start-2 max-md:px-1.5 max-md:pt-0'

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
