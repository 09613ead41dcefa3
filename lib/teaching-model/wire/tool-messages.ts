import { contentText, type Message } from '#lib/request/messages.ts'
import type { Speaker, Turn } from '../conversation/turns.ts'
import { objectOf } from '../tools/definitions.ts'
import type { PastCall } from '../tools/plan.ts'

const speakers: Record<Message['role'], Speaker> = {
  developer: 'system',
  system: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
}

/** Messages as the model's turns; a tool's turn knows the call that it answers. */
export function toTurns(messages: readonly Message[]): Turn[] {
  const calls = new Map<string, PastCall>()
  return messages.map((message) => {
    const turn: Turn = { speaker: speakers[message.role], text: contentText(message) }
    const made = callsOf(message)
    for (const call of made) calls.set(call.id, call)
    const answers = message.role === 'tool' ? calls.get(message.tool_call_id) : undefined
    return { ...turn, ...(made.length > 0 ? { calls: made } : {}), ...(answers ? { answers } : {}) }
  })
}

/** What is wrong with calls and results in a conversation. */
interface CallProblem {
  param: 'messages'
  message: string
  code: string
}

/**
 * The first call or result out of its place: a `tool` message must follow the assistant's message whose
 * call it answers, and all calls of a message must be answered before anything else is said.
 */
export function findCallProblem(messages: readonly Message[]): CallProblem | undefined {
  let open = new Map<string, number>()
  for (const [index, message] of messages.entries()) {
    const nameless = callsOf(message).findIndex(({ name }) => name === '')
    if (nameless >= 0) {
      return problem(
        `messages[${index}].tool_calls[${nameless}]: only calls of functions are read.`,
      )
    }
    if (message.role === 'tool') {
      if (open.delete(message.tool_call_id)) continue
      return problem(
        `messages[${index}]: no call “${message.tool_call_id}” waits for this result. It must follow the assistant’s message whose tool_calls have that id.`,
      )
    }
    if (open.size > 0) return unanswered(open)
    open = new Map(callsOf(message).map(({ id }) => [id, index]))
  }
  return open.size > 0 ? unanswered(open) : undefined
}

function unanswered(open: ReadonlyMap<string, number>): CallProblem {
  const [[id, index] = ['', 0]] = open
  return problem(
    `messages[${index}]: the call “${id}” has no result. Each of the tool_calls needs a message of the role tool with its tool_call_id before the conversation goes on.`,
  )
}

function problem(message: string): CallProblem {
  return { param: 'messages', message, code: 'invalid_value' }
}

/** The calls in a message; a name is empty where a call is of no function. */
function callsOf(message: Message): PastCall[] {
  if (message.role !== 'assistant') return []
  return (message.tool_calls ?? []).map((call) => {
    const { name, arguments: args } = objectOf(call.function)
    return {
      id: call.id,
      name: typeof name === 'string' ? name : '',
      arguments: typeof args === 'string' ? args : JSON.stringify(args ?? {}),
    }
  })
}
