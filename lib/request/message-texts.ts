import type { Node } from 'jsonc-parser'
import { readDocument, type JsonDocument } from '#lib/json/document.ts'
import type { Card, MessagesDraft } from './message-drafts.ts'

/** What a text is in its message: the whole content, one text part, or what a tool is called with. */
export type TextKind = 'content' | 'part' | 'arguments'

/** One text of a conversation that is being edited. */
export interface MessageText {
  /** The 0-based message. */
  message: number
  kind: TextKind
  text: string
  /** The JSON that it is written in, where it is. */
  written?: Written
}

/** Where a text stands in JSON that a person wrote. */
export interface Written {
  /** All of that JSON, as it was written. */
  json: string
  /** Where the string begins in it, its quote included, and how long it is; UTF-16 units. */
  offset: number
  length: number
}

/** A string in JSON, by its stretch in the strict text. */
interface Literal {
  message: number
  kind: TextKind
  node: Node
}

/** The texts of a conversation in their order; none of JSON that cannot be read yet. */
export function textsIn(draft: MessagesDraft): MessageText[] {
  if (draft.mode === 'json') return textsOfJson(draft.text, literalsOfMessages)
  return draft.cards.flatMap((card, message) => [
    ...textsOfContent(card, message),
    ...textsOfCalls(card, message),
  ])
}

/**
 * The conversation with other texts, given by `change` for each text of `textsIn`, in its order. JSON
 * keeps its layout and comments; a text that stays is not touched.
 */
export function withTexts(
  draft: MessagesDraft,
  change: (text: MessageText) => string,
): MessagesDraft {
  if (draft.mode === 'json') {
    return { mode: 'json', text: changedJson(draft.text, literalsOfMessages, change) }
  }
  return {
    mode: 'cards',
    cards: draft.cards.map((card, message) => changed(card, message, change)),
  }
}

function changed(card: Card, message: number, change: (text: MessageText) => string): Card {
  const next = { ...card }
  if (card.parts === undefined) {
    next.content = change({ message, kind: 'content', text: card.content })
  } else next.parts = changedJson(card.parts, partsOf(message), change)
  if (hasCalls(card)) next.toolCalls = changedJson(card.toolCalls, callsOf(message), change)
  return next
}

function textsOfContent({ content, parts }: Card, message: number): MessageText[] {
  if (parts === undefined) return [{ message, kind: 'content', text: content }]
  return textsOfJson(parts, partsOf(message))
}

function textsOfCalls(card: Card, message: number): MessageText[] {
  return hasCalls(card) ? textsOfJson(card.toolCalls, callsOf(message)) : []
}

function hasCalls(card: Card): card is Card & { toolCalls: string } {
  return card.role === 'assistant' && card.toolCalls !== undefined
}

/** Finds the strings in a tree of JSON. */
type Find = (tree: Node) => Literal[]

const partsOf =
  (message: number): Find =>
  (tree) =>
    contentOf(tree, message)

const callsOf =
  (message: number): Find =>
  (tree) =>
    argumentsIn(tree, message)

const literalsOfMessages: Find = (tree) =>
  (tree.type === 'array' ? (tree.children ?? []) : []).flatMap((node, message) => [
    ...contentOf(valueAt(node, 'content'), message),
    ...argumentsIn(valueAt(node, 'tool_calls'), message),
  ])

function contentOf(node: Node | undefined, message: number): Literal[] {
  if (node?.type === 'string') return [{ message, kind: 'content', node }]
  if (node?.type !== 'array') return []
  return (node.children ?? []).flatMap((part) => {
    const text = valueAt(part, 'text')
    return text?.type === 'string' ? [{ message, kind: 'part' as const, node: text }] : []
  })
}

function argumentsIn(node: Node | undefined, message: number): Literal[] {
  if (node?.type !== 'array') return []
  return (node.children ?? []).flatMap((call) => {
    const given =
      valueAt(valueAt(call, 'function'), 'arguments') ?? valueAt(valueAt(call, 'custom'), 'input')
    return given?.type === 'string' ? [{ message, kind: 'arguments' as const, node: given }] : []
  })
}

function valueAt(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined
  return node.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1]
}

function textsOfJson(json: string, find: Find): MessageText[] {
  const document = readDocument(json)
  return literalsIn(document, find).map((literal) => textOf(literal, document, json))
}

function literalsIn({ tree, syntax }: JsonDocument, find: Find): Literal[] {
  // Tool calls may stand before the content.
  const byPlace = (one: Literal, other: Literal) => one.node.offset - other.node.offset
  return tree && syntax.length === 0 ? find(tree).toSorted(byPlace) : []
}

function textOf({ message, kind, node }: Literal, { place }: JsonDocument, json: string) {
  const { offset, length } = place(node.offset, node.length)
  return { message, kind, text: String(node.value), written: { json, offset, length } }
}

function changedJson(json: string, find: Find, change: (text: MessageText) => string): string {
  const document = readDocument(json)
  let at = 0
  let next = ''
  for (const literal of literalsIn(document, find)) {
    const { offset, length, value } = literal.node
    const text = change(textOf(literal, document, json))
    if (text === value) continue
    next += document.strict.slice(at, offset) + JSON.stringify(text)
    at = offset + length
  }
  // Where nothing changed it stays as it was written, curly quotes and all.
  return at === 0 ? json : next + document.strict.slice(at)
}

/**
 * Where a place of a text stands in the JSON that it is written in: `at` counts UTF-16 units of the text,
 * the result those of the JSON.
 */
export function placeInJson({ json, offset }: Written, at: number): number {
  let place = offset + 1
  for (let unit = 0; unit < at && place < json.length; unit += 1) {
    place += json.charAt(place) === '\\' ? escapeLength(json, place) : 1
  }
  return place
}

function escapeLength(json: string, at: number): number {
  return json.charAt(at + 1) === 'u' ? 6 : 2
}
