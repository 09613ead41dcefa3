import { flushSync } from 'react-dom'
import { mergedCards, splitCard, type TextPlace } from '#lib/request/card-edits.ts'
import { announce } from '#components/ui/announcer.tsx'
import type { CardProps } from './card-props.ts'
import { newKey } from './use-messages.ts'

type Given = Pick<CardProps, 'card' | 'index' | 'messages'>

/** Cuts a message in two where the cursor stands in one of its texts, and goes on in the second. */
export function splitAt(field: HTMLTextAreaElement, { card, index, messages }: Given): void {
  const next = splitCard(card, placeIn(field), newKey())
  flushSync(() => messages.replace(index, 1, next))
  announce(`Split into ${card.role} messages ${index + 1} and ${index + 2}.`)
  focusText(index + 1)
}

/** Where the cursor stands; a field inside a part says which part it is of. */
function placeIn(field: HTMLTextAreaElement): TextPlace {
  const part = field.closest('[data-part]')?.getAttribute('data-part')
  return { offset: field.selectionStart, ...(part == null ? {} : { part: Number(part) }) }
}

/** Why a message cannot be merged with the next one; nothing where it can. */
export function reasonAgainstMerge({ index, messages: { cards } }: Given): string | undefined {
  const [first, second] = cards.slice(index, index + 2)
  if (!first || !second) return 'There is no next message.'
  const merged = mergedCards(first, second)
  return merged.ok ? undefined : merged.error
}

/** Makes one message of a message and the next. */
export function mergeWithNext({ card, index, messages }: Given): void {
  const next = messages.cards[index + 1]
  const merged = next && mergedCards(card, next)
  if (!merged?.ok) return
  flushSync(() => messages.replace(index, 2, [merged.value]))
  announce(`Merged into ${card.role} message ${index + 1}.`)
}

/** Moves the cursor to the beginning of a message's first text, where it has one. */
function focusText(index: number): void {
  const field = document.querySelector<HTMLTextAreaElement>(`[data-message="${index}"] textarea`)
  field?.focus()
  field?.setSelectionRange(0, 0)
}
