'use client'

import { messagesOfDraft, type MessagesDraft } from '#lib/request/message-drafts.ts'
import { Icon } from '#components/ui/icon.tsx'

/** The conversation of a preset whose author locked it: to be read, not to be changed. */
export function LockedMessages({ draft }: { draft: MessagesDraft }) {
  const read = messagesOfDraft(draft)
  const messages = read.ok ? read.value : []
  return (
    <>
      <ol className="flex flex-col gap-1 px-6 max-md:px-4">
        {messages.map((message, index) => {
          const { role, text } = partsOf(message)
          return (
            <li
              key={index}
              data-message={index}
              className="grid grid-cols-[96px_minmax(0,1fr)] rounded-[6px] border border-line bg-sunken py-1.5"
            >
              <span className="pl-3.5 text-small font-medium text-ink-2">{role}</span>
              <p className="pr-3 break-words whitespace-pre-wrap">{text}</p>
            </li>
          )
        })}
      </ol>
      <p className="flex items-center gap-1.5 px-6 pt-1.5 text-small text-ink-3 max-md:px-4">
        <Icon name="lock" size={14} /> The conversation is locked by the author of this preset.
      </p>
    </>
  )
}

function partsOf(message: unknown): { role: string; text: string } {
  const { role, content, ...rest } = message as Record<string, unknown>
  const isPlain = typeof content === 'string' && Object.keys(rest).length === 0
  const text = isPlain ? content : JSON.stringify({ content, ...rest }, null, 2)
  return { role: String(role), text }
}
