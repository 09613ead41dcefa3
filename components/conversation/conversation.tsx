'use client'

import { lazy, Suspense, type SyntheticEvent } from 'react'
import type { MessagesDraft } from '#lib/request/message-drafts.ts'
import { useLock } from '#components/parameters/lock.ts'
import { ConversationCount } from '#components/tokenizer/count.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/menu-button.tsx'
import { UndoButtons } from '#components/undo/undo-buttons.tsx'
import { useUndoKeys } from '#components/undo/use-undo.ts'
import { FindButton } from './find/find-button.tsx'
import { FindSlot } from './find/find-slot.tsx'
import { Later, loadLater } from './load-later.ts'
import { MessageCard } from './message-card.tsx'
import { MessagesJson } from './messages-json.tsx'
import { useFolds, type Folds } from './use-folds.ts'
import { newCard, useMessages, type Messages } from './use-messages.ts'
import { VariablesSlot } from './variables/variables-slot.tsx'

// Few presets lock anything, so it is no part of the first load.
const LockedMessages = lazy(async () => ({
  default: (await import('./locked-messages.tsx')).LockedMessages,
}))

/** From this many characters on it is worth counting whether the request can be sent. */
const large = 3_000_000

/** The conversation that is sent: cards to write in, or the whole as JSON. */
export function Conversation() {
  const messages = useMessages()
  const { draft, cards, problems } = messages
  const folds = useFolds()
  const isLocked = useLock('messages')
  useUndoKeys()
  const attend = ({ currentTarget, nativeEvent }: SyntheticEvent<HTMLElement>) =>
    void loadLater().then((later) => later.attend(currentTarget, messages, nativeEvent))
  const general = problems.filter(({ path }) => typeof path[0] !== 'number')
  return (
    <section
      aria-label="Conversation"
      data-parameter="messages"
      onPointerEnter={attend}
      onPointerDown={attend}
      onDragEnter={attend}
      onFocus={attend}
      data-state={problems.length > 0 ? 'problem' : 'set'}
      className="flex-none border-b border-line pb-2"
    >
      <div className="flex h-10 items-center gap-2 px-6 max-md:px-4">
        <h2 className="font-semibold">Conversation</h2>
        <span className="whitespace-nowrap text-ink-3 max-md:hidden">
          {draft.mode === 'cards' && `${plural(cards.length)},`}
        </span>
        <ConversationCount />
        <UndoButtons />
        <FindButton />
        {cards.length > 0 && !isLocked && (
          <MenuButton label="More for the conversation" className="-mr-1">
            {(menu) => (
              <Later what="head menu" {...menu} keys={cards.map(({ key }) => key)} folds={folds} />
            )}
          </MenuButton>
        )}
      </div>
      <FindSlot />
      <Suspense>
        <Body messages={messages} folds={folds} />
        {sizeOf(draft) > large && <Later what="size" />}
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

function Body({ messages, folds }: { messages: Messages; folds: Folds }) {
  const { draft } = messages
  if (useLock('messages')) return <LockedMessages draft={draft} />
  if (draft.mode === 'json') return <MessagesJson messages={messages} text={draft.text} />
  return <Cards messages={messages} folds={folds} />
}

function Cards({ messages, folds }: { messages: Messages; folds: Folds }) {
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
            problems={problems.filter(({ path }) => path[0] === index)}
            fold={folds.of(card.key)}
            onFold={(fold) => folds.set([card.key], fold)}
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

/** About how long the conversation is, in characters. */
function sizeOf(draft: MessagesDraft): number {
  if (draft.mode === 'json') return draft.text.length
  return draft.cards.reduce(
    (sum, { content, parts = '' }) => sum + content.length + parts.length,
    0,
  )
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'message' : 'messages'}`
}
