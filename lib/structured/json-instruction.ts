import { appendJson, editJson, insertJson } from '#lib/json/edit.ts'
import { parseTolerantJson } from '#lib/json/index.ts'
import type { Card, MessagesDraft } from '#lib/request/message-drafts.ts'
import { isSchema } from './schema-node.ts'

/** What JSON mode needs to be told. */
export const jsonInstruction = 'Answer with one JSON object and nothing else.'

/**
 * The conversation with the instruction for JSON mode: at the end of the first system or developer
 * message, else in a new system message at the beginning, whose card gets `key`. Undefined where the
 * conversation, or that message, is JSON that cannot be read.
 */
export function withJsonInstruction(draft: MessagesDraft, key: string): MessagesDraft | undefined {
  return draft.mode === 'cards' ? onCards(draft.cards, key) : inText(draft.text)
}

function onCards(cards: readonly Card[], key: string): MessagesDraft | undefined {
  const at = cards.findIndex(({ role }) => instructs(role))
  const card = cards[at]
  if (!card) {
    const added: Card = { key, role: 'system', content: jsonInstruction }
    return { mode: 'cards', cards: [added, ...cards] }
  }
  if (card.parts === undefined) {
    return { mode: 'cards', cards: cards.with(at, { ...card, content: appended(card.content) }) }
  }
  const parts = withPartAdded(card.parts, [])
  return parts === undefined
    ? undefined
    : { mode: 'cards', cards: cards.with(at, { ...card, parts }) }
}

function inText(text: string): MessagesDraft | undefined {
  const { value, empty } = parseTolerantJson(text)
  if (empty) return inText('[]')
  if (!Array.isArray(value)) return undefined
  const at = value.findIndex((message) => isSchema(message) && instructs(message.role))
  if (at < 0) {
    const added = { role: 'system', content: jsonInstruction }
    return { mode: 'json', text: insertJson(text, [0], added) }
  }
  const { content }: { content?: unknown } = value[at] ?? {}
  if (typeof content === 'string')
    return { mode: 'json', text: editJson(text, [at, 'content'], appended(content)) }
  const parts = withPartAdded(text, [at, 'content'])
  return parts === undefined ? undefined : { mode: 'json', text: parts }
}

/** The text with the instruction as one more text part of the list at a path. */
function withPartAdded(text: string, path: (string | number)[]): string | undefined {
  const { value } = parseTolerantJson(text)
  const list = path.reduce<unknown>(
    (found, step) =>
      Array.isArray(found) || isSchema(found) ? Reflect.get(found, step) : undefined,
    value,
  )
  if (!Array.isArray(list)) return undefined
  const part = { type: 'text', text: jsonInstruction }
  return appendJson(text, path, [part])
}

function instructs(role: unknown): boolean {
  return role === 'system' || role === 'developer'
}

function appended(content: string): string {
  const before = content.trimEnd()
  return before === '' ? jsonInstruction : `${before}\n${jsonInstruction}`
}
