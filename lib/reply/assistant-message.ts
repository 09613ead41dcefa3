import type { Message } from '#lib/request/messages.ts'
import type { Choice } from './reply.ts'

/** The wire message that continues a conversation with a reply. */
export function assistantMessage(choice: Choice): Message {
  const calls = choice.toolCalls.map(({ id, type, name, arguments: text }) => ({
    id,
    type,
    [type]: type === 'custom' ? { name, input: text } : { name, arguments: text },
  }))
  const silent = choice.content === '' && (calls.length > 0 || choice.refusal !== '')
  return {
    role: 'assistant',
    content: silent ? null : choice.content,
    ...(choice.refusal ? { refusal: choice.refusal } : {}),
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  }
}
