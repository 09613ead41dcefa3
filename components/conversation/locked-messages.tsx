'use client'

import { drawableSize } from '#lib/request/data-url.ts'
import { messagesOfDraft, type MessagesDraft } from '#lib/request/message-drafts.ts'
import { modelOf } from '#lib/request/parts.ts'
import { Icon } from '#components/ui/icon.tsx'
import { SafeImage } from './parts/safe-image.tsx'

/** The conversation of a preset whose author locked it: to be read, not to be changed. */
export function LockedMessages({ draft }: { draft: MessagesDraft }) {
  const read = messagesOfDraft(draft)
  const messages = read.ok ? read.value : []
  return (
    <>
      <ol className="flex flex-col gap-1 px-6 max-md:px-4">
        {messages.map((message, index) => {
          const { role, text, parts } = partsOf(message)
          return (
            <li
              key={index}
              data-message={index}
              className="grid grid-cols-[96px_minmax(0,1fr)] rounded-[6px] border border-line bg-canvas py-1.5 max-md:grid-cols-[84px_minmax(0,1fr)]"
            >
              <span className="pl-3.5 text-small font-medium text-ink-2">{role}</span>
              <div className="flex min-w-0 flex-col gap-1.5 pr-3">
                {parts.map((part, at) => (
                  <LockedPart
                    key={at}
                    part={part}
                    name={`part ${at + 1} of ${role} message ${index + 1}`}
                  />
                ))}
                {text !== '' && <p className="break-words whitespace-pre-wrap">{text}</p>}
              </div>
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

function LockedPart({ part, name }: { part: unknown; name: string }) {
  const model = modelOf(part)
  if (model.kind === 'text') return <p className="break-words whitespace-pre-wrap">{model.text}</p>
  if (model.kind === 'image' && drawableSize(model.url))
    return <SafeImage url={model.url} alt={`Image in ${name}`} />
  const text = JSON.stringify(part, null, 2)
  return (
    <p className="font-mono text-small break-words whitespace-pre-wrap">
      {text.slice(0, mostShown)}
      {text.length > mostShown && '…'}
    </p>
  )
}

/** Most characters that are drawn of a part. */
const mostShown = 2000

/** The text of a message and its parts; other keys are told as JSON. */
function partsOf(message: unknown): { role: string; text: string; parts: readonly unknown[] } {
  const { role, content, ...rest } = message as Record<string, unknown>
  const others = Object.keys(rest).length > 0 ? JSON.stringify(rest, null, 2) : ''
  const text = typeof content === 'string' ? [content, others].filter(Boolean).join('\n') : others
  return { role: String(role), text, parts: Array.isArray(content) ? content : [] }
}
