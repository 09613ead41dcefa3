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
import { useParameterForm } from '#components/parameters/form-context.tsx'

/** A key that no other card has. */
export function newKey(): string {
  return Math.random().toString(36).slice(2)
}

/** A card for a new message. */
export function newCard(role: Role, content = ''): Card {
  return { key: newKey(), role, content }
}

/** The conversation in the form. Indexes are 0-based; each call is one step of Undo. */
export function useMessages() {
  const { control, getValues } = useParameterForm()
  const { field } = useController({ control, name: 'messages' })
  const draft = asDraft(field.value)
  const { onChange } = field
  const cards = cardsOf(draft) ?? []
  /** Always from what is in the form now: an image takes a while, and one may type meanwhile. */
  const now = () => cardsOf(asDraft(getValues('messages')))
  const withCards = (next: (cards: Card[]) => Card[]) => {
    const all = now()
    if (all) onChange({ mode: 'cards', cards: next(all) })
  }
  const moveTo = (from: number, to: number) =>
    withCards((all) => all.toSpliced(from, 1).toSpliced(to, 0, ...all.slice(from, from + 1)))
  return {
    draft,
    cards,
    /** The cards as they are when it is called, also from what was made a while ago. */
    now: () => now() ?? [],
    problems: useMemo(() => messageProblems(draft), [draft]),
    edit: (index: number, change: Partial<Card>) =>
      withCards((all) => all.map((card, at) => (at === index ? { ...card, ...change } : card))),
    editJson: (text: string) => onChange({ mode: 'json', text }),
    add: (card: Card) => withCards((all) => [...all, card]),
    change: (index: number, card: Card) => withCards((all) => all.with(index, card)),
    /** Changes the card with a key, wherever it is by now; nothing where it is gone. */
    update: (key: string, change: (card: Card) => Card) =>
      withCards((all) => all.map((card) => (card.key === key ? change(card) : card))),
    /** Puts cards in the place of `count` others. */
    replace: (index: number, count: number, next: readonly Card[]) =>
      withCards((all) => all.toSpliced(index, count, ...next)),
    remove: (index: number) => withCards((all) => all.toSpliced(index, 1)),
    moveTo,
    move: (index: number, step: 1 | -1) => {
      const to = index + step
      if (to >= 0 && to < cards.length) moveTo(index, to)
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

function cardsOf(draft: MessagesDraft): Card[] | undefined {
  return draft.mode === 'cards' ? draft.cards : undefined
}

function asDraft(value: unknown): MessagesDraft {
  const isDraft = typeof value === 'object' && value !== null && 'mode' in value
  // The registry gives this field the messages widget, whose drafts have a mode.
  return isDraft ? (value as MessagesDraft) : { mode: 'cards', cards: [] }
}
