'use client'

import { useMemo } from 'react'
import { useController } from 'react-hook-form'
import {
  draftOfMessages,
  messagesOfDraft,
  type Card,
  type MessagesDraft,
} from '#lib/request/message-drafts.ts'
import { messageProblems } from '#lib/request/message-problems.ts'
import type { Role } from '#lib/request/messages.ts'
import { useControl } from '#components/parameters/form-context.tsx'

/** A card for a new message. */
export function newCard(role: Role, content = ''): Card {
  return { key: Math.random().toString(36).slice(2), role, content }
}

/** The conversation in the form. */
export function useMessages() {
  const { field } = useController({ control: useControl(), name: 'messages' })
  const draft = asDraft(field.value)
  const { onChange } = field
  const cards = draft.mode === 'cards' ? draft.cards : []
  const withCards = (next: Card[]) => onChange({ mode: 'cards', cards: next })
  return {
    draft,
    cards,
    problems: useMemo(() => messageProblems(draft), [draft]),
    edit: (index: number, change: Partial<Card>) =>
      onChange({
        mode: 'cards',
        cards: cards.map((card, at) => (at === index ? { ...card, ...change } : card)),
      }),
    editJson: (text: string) => onChange({ mode: 'json', text }),
    add: (card: Card) => withCards([...cards, card]),
    change: (index: number, card: Card) => withCards(cards.with(index, card)),
    remove: (index: number) => withCards(cards.toSpliced(index, 1)),
    duplicate: (index: number) => {
      const card = cards[index]
      if (card) withCards(cards.toSpliced(index + 1, 0, { ...card, key: newCard(card.role).key }))
    },
    move: (index: number, step: 1 | -1) => {
      const card = cards[index]
      const to = index + step
      if (card && to >= 0 && to < cards.length)
        withCards(cards.toSpliced(index, 1).toSpliced(to, 0, card))
    },
    toJson: () => {
      const read = messagesOfDraft(draft)
      if (read.ok) onChange({ mode: 'json', text: JSON.stringify(read.value, null, 2) })
    },
    toCards: () => {
      const read = messagesOfDraft(draft)
      if (read.ok) onChange(draftOfMessages(read.value))
    },
  }
}

export type Messages = ReturnType<typeof useMessages>

function asDraft(value: unknown): MessagesDraft {
  const isDraft = typeof value === 'object' && value !== null && 'mode' in value
  // The registry gives this field the messages widget, whose drafts have a mode.
  return isDraft ? (value as MessagesDraft) : { mode: 'cards', cards: [] }
}
