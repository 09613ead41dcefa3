import { parameterNames, type ParameterName } from '#lib/parameters/index.ts'
import type { Draft } from '#lib/parameters/draft.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import { readPartsText } from '#lib/request/parts-text.ts'
import { isMessagesDraft, type Card, type MessagesDraft } from '#lib/request/message-drafts.ts'

/** What a change of the form touched. */
export interface DraftChange {
  /** Equal for two changes that are the same typing, in the same place. */
  kind: string
  names: ParameterName[]
}

/** What differs between two states of a form; nothing where they are equal. */
export function changeBetween(before: Drafts, after: Drafts): DraftChange | undefined {
  const names = parameterNames.filter((name) => !isSame(before[name], after[name]))
  const [only] = names
  if (only === undefined) return undefined
  const isTyping = names.length === 1 && before[only] !== null && after[only] !== null
  return { names, kind: isTyping ? `${only}:${placeIn(before[only], after[only])}` : unique() }
}

function isSame(a: Draft | undefined, b: Draft | undefined): boolean {
  return a === b || (a ?? null) === (b ?? null) || JSON.stringify(a) === JSON.stringify(b)
}

let made = 0
/** A kind that no other change has. */
function unique(): string {
  made += 1
  return `#${made}`
}

/** Where in a conversation one types; a message that comes, goes or moves is a change of its own. */
function placeIn(before: Draft | undefined, after: Draft | undefined): string {
  if (textIn(before) !== undefined && textIn(after) !== undefined) return 'text'
  const leaf = changedLeaf(before, after)
  if (leaf !== undefined) return leaf
  const [old, now] = [cardsIn(before), cardsIn(after)]
  if (!old || !now || old.length !== now.length) return unique()
  const changed = now.flatMap((card, at) =>
    JSON.stringify(card) === JSON.stringify(old[at]) ? [] : [at],
  )
  const [only] = changed
  if (only === undefined || changed.length > 1 || old[only]?.key !== now[only]?.key) return unique()
  return isTypingIn(old[only], now[only]) ? `card ${now[only]?.key}` : unique()
}

/** A new role is no typing, nor is a part that comes, goes or moves. */
function isTypingIn(old: Card | undefined, now: Card | undefined): boolean {
  const [before, after] = [typesIn(old), typesIn(now)]
  return old?.role === now?.role && (before === after || before === 'broken' || after === 'broken')
}

function typesIn(card: Card | undefined): string {
  if (card?.parts === undefined) return 'text'
  const { value } = readPartsText(card.parts)
  if (!Array.isArray(value)) return 'broken'
  return JSON.stringify(value.map((part: { type?: unknown } | null) => part?.type))
}

/** The path of the one text that differs between two plain values; nothing where more does. */
function changedLeaf(before: unknown, after: unknown): string | undefined {
  if (isMessagesDraft(before) || isMessagesDraft(after)) return undefined
  const [old, now] = [leavesOf(before), leavesOf(after)]
  if (old.size !== now.size) return undefined
  const changed = [...now].filter(([path, value]) => old.get(path) !== value)
  const [only] = changed
  if (changed.length !== 1 || typeof only?.[1] !== 'string') return undefined
  return typeof old.get(only[0]) === 'string' ? `at ${only[0]}` : undefined
}

/** What stands inside an object or a list, by its path. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, `${path}/${key}`)]),
  )
}

function textIn(draft: Draft | undefined): string | undefined {
  if (typeof draft === 'string') return draft
  const messages = messagesIn(draft)
  return messages?.mode === 'json' ? messages.text : undefined
}

function cardsIn(draft: Draft | undefined): readonly Card[] | undefined {
  const messages = messagesIn(draft)
  return messages?.mode === 'cards' ? messages.cards : undefined
}

function messagesIn(draft: Draft | undefined): MessagesDraft | undefined {
  return isMessagesDraft(draft) ? draft : undefined
}
