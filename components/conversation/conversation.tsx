'use client'

import { lazy, Suspense } from 'react'
import { useLock } from '#components/parameters/lock.ts'
import { ConversationCount } from '#components/tokenizer/count.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { UndoButtons } from '#components/undo/undo-buttons.tsx'
import { useUndoKeys } from '#components/undo/use-undo.ts'
import { FindButton } from './find/find-button.tsx'
import { FindSlot } from './find/find-slot.tsx'
import { MessageCard } from './message-card.tsx'
import { MessagesJson } from './messages-json.tsx'
import { newCard, useMessages, type Messages } from './use-messages.ts'
import { VariablesSlot } from './variables/variables-slot.tsx'

// Few presets lock anything, so it is no part of the first load.
const LockedMessages = lazy(async () => ({
  default: (await import('./locked-messages.tsx')).LockedMessages,
}))

/** The conversation that is sent: cards to write in, or the whole as JSON. */
export function Conversation() {
  const messages = useMessages()
  const { draft, cards, problems } = messages
  useUndoKeys()
  const general = problems.filter(({ path }) => typeof path[0] !== 'number')
  return (
    <section
      aria-label="Conversation"
      data-parameter="messages"
      data-state={problems.length > 0 ? 'problem' : 'set'}
      className="flex-none border-b border-line pb-2"
    >
      <div className="flex h-10 items-center gap-2 px-6 max-md:px-4">
        <h2 className="font-semibold">Conversation</h2>
        <span className="text-ink-3">{draft.mode === 'cards' && `${plural(cards.length)},`}</span>
        <ConversationCount />
        <UndoButtons />
        <FindButton />
      </div>
      <FindSlot />
      <Suspense>
        <Body messages={messages} />
      </Suspense>
      {general.map(({ message }) => (
        <p key={message} className="flex gap-1.5 px-6 pt-1 text-small text-danger max-md:px-4">
          <Icon name="error" size={14} />
          {message}
        </p>
      ))}
      <VariablesSlot />
    </section>
  )
}

function Body({ messages }: { messages: Messages }) {
  const { draft } = messages
  if (useLock('messages')) return <LockedMessages draft={draft} />
  if (draft.mode === 'json') return <MessagesJson messages={messages} text={draft.text} />
  return <Cards messages={messages} />
}

function Cards({ messages }: { messages: Messages }) {
  const { cards, problems } = messages
  const next = cards.at(-1)?.role === 'user' ? 'assistant' : 'user'
  return (
    <>
      <ol className="flex flex-col gap-1 px-6 max-md:px-4">
        {cards.map((card, index) => (
          <MessageCard
            key={card.key}
            card={card}
            index={index}
            count={cards.length}
            problem={problems.find(({ path }) => path[0] === index)?.message}
            messages={messages}
          />
        ))}
      </ol>
      <div className="flex gap-1 px-4 pt-1.5 max-md:px-2">
        <Button look="plain" icon="plus" onClick={() => messages.add(newCard(next))}>
          Add message
        </Button>
        <Button look="plain" icon="braces" onClick={messages.toJson}>
          Edit as JSON
        </Button>
      </div>
    </>
  )
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'message' : 'messages'}`
}
