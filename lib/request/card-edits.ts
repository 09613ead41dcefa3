import { fail, ok, type Result } from '#lib/result.ts'
import type { Card } from './message-drafts.ts'
import { partsIn, withoutPartAt, withPartAt } from './parts.ts'
import { partsText } from './parts-text.ts'

/** A place in the text of a message: UTF-16 units into the plain text, or into a 0-based text part. */
export interface TextPlace {
  part?: number | undefined
  offset: number
}

/** A part of plain text. */
export function textPart(text: string) {
  return { type: 'text', text }
}

/** The card with parts added at its end; its text becomes the first part. */
export function withParts(card: Card, parts: readonly unknown[]): Card {
  const before = card.parts ?? partsText([textPart(card.content)])
  const count = partsIn(before)?.length
  if (count === undefined) return card
  const after = parts.reduce<string>(
    (text, part, index) => withPartAt(text, count + index, part),
    before,
  )
  return { ...card, content: '', parts: after }
}

/** The card without one part; a text part that is left alone is plain text again. */
export function withoutPart(card: Card, at: number): Card {
  if (card.parts === undefined) return card
  const next = { ...card, parts: withoutPartAt(card.parts, at) }
  return asPlainText(next) ?? next
}

/** The card with plain text in place of its one text part, or of none; nothing where it has more. */
export function asPlainText(card: Card): Card | undefined {
  const parts = card.parts === undefined ? undefined : partsIn(card.parts)
  const text = parts && plainText(parts)
  if (text === undefined) return undefined
  const { parts: _, ...rest } = card
  return { ...rest, content: text }
}

/** The text of parts that say no more than a plain text does; nothing for others. */
function plainText(parts: readonly unknown[]): string | undefined {
  if (parts.length > 1) return undefined
  const [only] = parts
  if (only === undefined) return ''
  if (typeof only !== 'object' || only === null || Object.keys(only).length !== 2) return undefined
  if (!('type' in only) || only.type !== 'text' || !('text' in only)) return undefined
  return typeof only.text === 'string' ? only.text : undefined
}

/** Two messages in place of one, cut in its text; tool calls, which end a message, go with the second. */
export function splitCard(card: Card, { part, offset }: TextPlace, key: string): [Card, Card] {
  const { toolCalls, ...shared } = card
  const calls = toolCalls === undefined ? {} : { toolCalls }
  if (card.parts === undefined) {
    const [before, after] = cut(card.content, offset)
    return [
      { ...shared, content: before },
      { ...shared, ...calls, key, content: after },
    ]
  }
  const parts = partsIn(card.parts) ?? []
  const at = part ?? parts.length
  const inside = parts[at]
  const [before, after] = inside === undefined ? [[], []] : cutPart(inside, offset)
  return [
    ofParts(shared, [...parts.slice(0, at), ...before]),
    ofParts({ ...shared, ...calls, key }, [...after, ...parts.slice(at + 1)]),
  ]
}

function cut(text: string, offset: number): [before: string, after: string] {
  return [text.slice(0, offset), text.slice(offset)]
}

/** Both halves of a text part, with its other keys; an empty half is left out. */
function cutPart(part: unknown, offset: number): [before: unknown[], after: unknown[]] {
  if (typeof part !== 'object' || part === null || !('text' in part)) return [[part], []]
  const [before, after] = cut(String(part.text), offset).map((text) =>
    text === '' ? [] : [{ ...part, text }],
  )
  return [before ?? [], after ?? []]
}

function ofParts(card: Card, parts: readonly unknown[]): Card {
  const next = { ...card, content: '', parts: partsText(parts) }
  return asPlainText(next) ?? next
}

/** One message in place of two of the same role, or why they stay apart. */
export function mergedCards(first: Card, second: Card): Result<Card, string> {
  if (first.role !== second.role) return fail('The next message has another role.')
  if (first.role === 'tool' && first.toolCallId !== second.toolCallId)
    return fail('They answer different tool calls.')
  const rest = { ...second.rest, ...first.rest }
  if (JSON.stringify({ ...rest, ...second.rest }) !== JSON.stringify(rest)) {
    return fail('Their other keys differ, such as the name.')
  }
  const calls = mergedLists(first.toolCalls, second.toolCalls)
  const content = mergedContent(first, second)
  if (!calls.ok || !content.ok) return fail('The JSON of one of them has a problem.')
  const { parts: _, toolCalls: __, rest: ___, ...shared } = first
  return ok({
    ...shared,
    ...content.value,
    ...(calls.value === undefined ? {} : { toolCalls: calls.value }),
    ...(Object.keys(rest).length === 0 ? {} : { rest }),
  })
}

function mergedContent(first: Card, second: Card): Result<Pick<Card, 'content' | 'parts'>, null> {
  if (first.parts === undefined && second.parts === undefined) {
    return ok({ content: [first.content, second.content].filter(Boolean).join('\n\n') })
  }
  const [before, after] = [partsTextOf(first), partsTextOf(second)]
  const parts = mergedLists(before, after)
  return parts.ok ? ok({ content: '', ...(parts.value && { parts: parts.value }) }) : parts
}

/** Nothing for an empty text, which is no part. */
function partsTextOf({ parts, content }: Card): string | undefined {
  return parts ?? (content === '' ? undefined : partsText([textPart(content)]))
}

/** Two JSON texts of lists as one; either may be missing. */
function mergedLists(first?: string, second?: string): Result<string | undefined, null> {
  if (first === undefined || second === undefined) return ok(first ?? second)
  const [before, after] = [partsIn(first), partsIn(second)]
  return before && after ? ok(partsText([...before, ...after])) : fail(null)
}
