import { parseTolerantJson } from '#lib/json/index.ts'
import type { Problem } from '#lib/parameters/problems.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { roles, type Role } from './messages.ts'
import { partsText, readPartsText } from './parts-text.ts'

/** One message while it is edited. JSON parts stay text until they are read. */
export interface Card {
  /** Stable while the page is open; never sent. */
  key: string
  role: Role
  content: string
  /** The JSON text of a list of content parts; replaces `content`. */
  parts?: string
  /** The JSON text of an assistant's tool calls. */
  toolCalls?: string
  /** The call that a tool message answers. */
  toolCallId?: string
  /** Wire keys that cards do not draw, kept as they are. */
  rest?: Record<string, unknown>
}

/** The conversation while it is edited: as cards, or as one JSON text. */
export type MessagesDraft = { mode: 'cards'; cards: Card[] } | { mode: 'json'; text: string }

/** The draft of a wire conversation; one that cards cannot hold is shown as JSON. */
export function draftOfMessages(value: unknown): MessagesDraft {
  return canBeCards(value)
    ? { mode: 'cards', cards: value.map((message, index) => cardOf(message, `m${index}`)) }
    : { mode: 'json', text: JSON.stringify(value, null, 2) }
}

/** The wire conversation of a draft, not yet checked against the schema. */
export function messagesOfDraft(draft: unknown): Result<unknown[], Problem[]> {
  if (!isMessagesDraft(draft)) return fail([{ message: 'Add at least one message.', path: [] }])
  if (draft.mode === 'json') return listOf(draft.text)
  const read = draft.cards.map(messageOf)
  const problems = read.flatMap((one, index) => (one.ok ? [] : under(index, one.error)))
  return problems.length > 0 ? fail(problems) : ok(read.map((one) => (one.ok ? one.value : {})))
}

/** The card of one wire message. */
export function cardOf(message: Record<string, unknown>, key: string): Card {
  const { role, content, tool_calls, tool_call_id, ...rest } = message
  return {
    key,
    role: roles.find((one) => one === role) ?? 'user',
    content: typeof content === 'string' ? content : '',
    ...(Array.isArray(content) ? { parts: partsText(content) } : {}),
    ...(tool_calls === undefined ? {} : { toolCalls: JSON.stringify(tool_calls, null, 2) }),
    ...(typeof tool_call_id === 'string' ? { toolCallId: tool_call_id } : {}),
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
  }
}

function messageOf(card: Card): Result<Record<string, unknown>, Problem[]> {
  const calls =
    card.role === 'assistant' && card.toolCalls
      ? jsonAt('tool_calls', card.toolCalls)
      : ok(undefined)
  const parts = card.parts === undefined ? ok(card.content) : jsonAt('content', card.parts)
  if (!calls.ok || !parts.ok) {
    return fail([...(calls.ok ? [] : calls.error), ...(parts.ok ? [] : parts.error)])
  }
  const silent =
    parts.value === '' && (calls.value !== undefined || card.rest?.refusal !== undefined)
  return ok({
    role: card.role,
    content: silent ? null : parts.value,
    ...(calls.value === undefined ? {} : { tool_calls: calls.value }),
    ...(card.role === 'tool' ? { tool_call_id: card.toolCallId ?? '' } : {}),
    ...card.rest,
  })
}

function jsonAt(key: string, text: string): Result<unknown, Problem[]> {
  const { value, problems } = readPartsText(text)
  return problems.length === 0
    ? ok(value)
    : fail(problems.map((one) => ({ message: `Line ${one.line}: ${one.message}`, path: [key] })))
}

function listOf(text: string): Result<unknown[], Problem[]> {
  const { value, problems } = parseTolerantJson(text)
  const faults = problems.map((one) => ({
    message: `Line ${one.line}: ${one.message}`,
    path: [...(one.path ?? [])],
  }))
  if (faults.length > 0) return fail(faults)
  return Array.isArray(value)
    ? ok(value)
    : fail([{ message: 'Write a list of messages: [ … ].', path: [] }])
}

function under(index: number, problems: Problem[]): Problem[] {
  return problems.map(({ message, path }) => ({ message, path: [index, ...path] }))
}

function canBeCards(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(canBeCard)
}

function canBeCard(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('role' in message)) return false
  const content = 'content' in message ? message.content : undefined
  const known = roles.some((role) => role === message.role)
  return known && (content == null || typeof content === 'string' || Array.isArray(content))
}

/** Whether a draft is that of a conversation. */
export function isMessagesDraft(draft: unknown): draft is MessagesDraft {
  return typeof draft === 'object' && draft !== null && 'mode' in draft
}
