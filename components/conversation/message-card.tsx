'use client'

import { lazy, Suspense, useId, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import type { Problem } from '#lib/parameters/problems.ts'
import type { Card } from '#lib/request/message-drafts.ts'
import { roles, type Role } from '#lib/request/messages.ts'
import { Icon } from '#components/ui/icon.tsx'
import { filesInto } from './card-files.ts'
import type { CardProps } from './card-props.ts'
import { CardTools } from './card-tools.tsx'
import { Grip } from './grip.tsx'

// Most messages are plain text, and few are folded or split.
const CardExtras = lazy(async () => ({ default: (await import('./later.ts')).CardExtras }))
const FoldedCard = lazy(async () => ({ default: (await import('./later.ts')).FoldedCard }))

/** One message: its role, its text or parts, and what its role brings along. */
export function MessageCard(props: Omit<CardProps, 'name'> & { problems: readonly Problem[] }) {
  const { card, index, messages, problems, fold } = props
  const id = useId()
  const name = `${card.role} message ${index + 1}`
  const written = useRef<HTMLTextAreaElement>(null)
  const own = problems.find(({ path }) => path[1] !== 'content' || path.length < 3)
  const isFaulty = problems.length > 0
  // What is wrong has to be seen.
  const isFolded = fold === true && !isFaulty
  const isRich = card.parts !== undefined || card.toolCalls !== undefined || card.role === 'tool'
  const given = { ...props, name }
  const files = filesInto(async (list) => {
    const { addFiles } = await import('./later.ts')
    await addFiles(list, given)
  })
  const takesFiles = card.role === 'user' || card.parts !== undefined
  return (
    <li
      data-message={index}
      data-card={card.key}
      data-fold={fold === undefined ? 'auto' : fold}
      onKeyDown={(event) => onKey(event, given)}
      onFocus={({ target }: FocusEvent) => {
        if (target instanceof HTMLTextAreaElement) written.current = target
      }}
      {...(takesFiles ? files : {})}
      className={`relative grid grid-cols-[96px_minmax(0,1fr)_auto] rounded-[6px] border bg-surface data-over:border-accent data-over:bg-accent-soft max-md:grid-cols-[84px_minmax(0,1fr)_auto] ${isFaulty ? 'border-danger' : 'border-line hover:border-line-2 focus-within:border-line-2'}`}
    >
      <Grip {...given} />
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
        {isFolded && (
          <Suspense>
            <FoldedCard {...given} />
          </Suspense>
        )}
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
            className={`field-sizing-content max-h-80 min-h-6 w-full resize-none rounded-[4px] bg-transparent px-1.5 py-0.5 leading-5 outline-offset-0 ${fold === undefined ? oneLine : ''} ${card.role === 'tool' ? 'font-mono text-small' : ''}`}
          />
        )}
        {!isFolded && isRich && (
          <Suspense>
            <CardExtras {...given} problems={problems} />
          </Suspense>
        )}
        {own && (
          <p id={`${id}-problem`} className="flex gap-1.5 px-1.5 pt-1 text-small text-danger">
            <Icon name="error" size={14} />
            {own.message}
          </p>
        )}
      </div>
      <CardTools {...given} written={written} />
    </li>
  )
}

/** On a phone, until one writes in it. */
const oneLine = 'max-md:not-focus:overflow-hidden max-md:not-focus:text-nowrap'

/** Alt and the arrows move the message; Alt Shift Enter splits it. */
function onKey(event: KeyboardEvent<HTMLElement>, props: CardProps): void {
  const { key, altKey, shiftKey, target } = event
  if (!altKey) return
  const isSplit = key === 'Enter' && shiftKey && target instanceof HTMLTextAreaElement
  if (!isSplit && key !== 'ArrowUp' && key !== 'ArrowDown') return
  event.preventDefault()
  if (isSplit) void import('./later.ts').then((one) => one.splitAt(target, props))
  else props.messages.move(props.index, key === 'ArrowUp' ? -1 : 1)
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
