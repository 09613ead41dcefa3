import { assistantMessage } from '#lib/reply/assistant-message.ts'
import type { Choice } from '#lib/reply/reply.ts'
import type { Message } from '#lib/request/messages.ts'

/**
 * The messages that carry on after a reply with tool calls: the assistant's, then one tool message for
 * each call in the order of the calls. `results` are in that order too. Every call has an id of its
 * own: one that is missing or given twice is replaced in both places.
 */
export function toolTurn(choice: Choice, results: readonly string[]): Message[] {
  const ids = idsOf(choice)
  const toolCalls = choice.toolCalls.map((call, at) => ({ ...call, id: ids[at] ?? '' }))
  return [
    assistantMessage({ ...choice, toolCalls }),
    ...ids.map((id, at): Message => ({
      role: 'tool',
      tool_call_id: id,
      content: results[at] ?? '',
    })),
  ]
}

function idsOf({ toolCalls }: Choice): string[] {
  const taken = new Set<string>()
  return toolCalls.map(({ id }, at) => {
    let own = id === '' || taken.has(id) ? `call_${at + 1}` : id
    while (taken.has(own)) own += '_'
    taken.add(own)
    return own
  })
}

/**
 * A conversation with the results of a reply's calls at its end. Where it has the reply already, as
 * after “Add reply to conversation”, the results that stand there are replaced, and nothing comes
 * twice. `asked` is how many messages the request had: the reply can only stand after them, and earlier
 * calls may have the same ids.
 */
export function withToolTurn(
  messages: readonly unknown[],
  turn: readonly Message[],
  asked: number,
): unknown[] {
  const [reply, ...results] = turn
  const at = placeOfReply(messages, reply, asked)
  if (at < 0) return [...messages, ...turn]
  let end = at + 1
  while (roleOf(messages[end]) === 'tool') end += 1
  return [...messages.slice(0, at + 1), ...results, ...messages.slice(end)]
}

/** Whether a conversation has a reply's calls already, after the `asked` messages of the request. */
export function hasCalls(messages: readonly unknown[], choice: Choice, asked: number): boolean {
  return placeOfReply(messages, toolTurn(choice, [])[0], asked) >= 0
}

/** How many turns of tool calls stand after the last message of the user's. */
export function toolTurnsSinceUser(messages: readonly unknown[]): number {
  const start = messages.findLastIndex((one) => roleOf(one) === 'user') + 1
  return messages.slice(start).filter((one) => callIds(one).length > 0).length
}

function placeOfReply(messages: readonly unknown[], reply: unknown, asked: number): number {
  const ids = callIds(reply).join()
  return messages.findLastIndex((one, at) => at >= asked && callIds(one).join() === ids)
}

function callIds(message: unknown): string[] {
  const calls = (message as { tool_calls?: unknown } | undefined)?.tool_calls
  return Array.isArray(calls) ? calls.map((call: { id?: unknown }) => String(call?.id)) : []
}

function roleOf(message: unknown): unknown {
  return (message as { role?: unknown } | undefined)?.role
}
