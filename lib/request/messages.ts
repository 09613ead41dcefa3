import * as z from 'zod'
import { partFault } from './part-rules.ts'

const name = z
  .string()
  .regex(/^[^\s<|\\/>]{1,64}$/, 'A name has 1 to 64 characters without spaces or < | \\ / >.')
  .optional()

const textPart = z.looseObject({ type: z.literal('text'), text: z.string() })
const otherPart = z
  .looseObject({
    type: z.string().refine((type) => type !== 'text', 'A text part needs a "text".'),
  })
  .check(({ value, issues }) => {
    const fault = partFault(value)
    if (fault) issues.push({ code: 'custom', input: value, continue: true, ...fault })
  })
const parts = z
  .array(z.union([textPart, otherPart]))
  .min(1, 'A list of content parts needs at least one part.')
const content = z.union([z.string(), parts], 'Content is a text or a list of content parts.')

const toolCall = z.looseObject({
  id: z.string().min(1, 'A tool call needs an "id".'),
  type: z.string(),
})

const instructions = { content, name }
const developer = z.looseObject({ role: z.literal('developer'), ...instructions })
const system = z.looseObject({ role: z.literal('system'), ...instructions })
const user = z.looseObject({ role: z.literal('user'), ...instructions })
const assistant = z.looseObject({
  role: z.literal('assistant'),
  content: content.nullish(),
  name,
  refusal: z.string().nullish(),
  tool_calls: z.array(toolCall).min(1, 'Leave "tool_calls" out when there are none.').optional(),
})
const tool = z.looseObject({
  role: z.literal('tool'),
  content,
  tool_call_id: z
    .string('A tool message needs the "tool_call_id" that it answers.')
    .min(1, 'A tool message needs the "tool_call_id" that it answers.'),
})

/** The roles a message can have, in the order that the role menu shows them. */
export const roles = ['developer', 'system', 'user', 'assistant', 'tool'] as const
export type Role = (typeof roles)[number]

/** One message of the conversation in wire form; keys that Nucleus does not know are kept. */
export const messageSchema = z.discriminatedUnion(
  'role',
  [developer, system, user, assistant, tool],
  'A message needs a role: developer, system, user, assistant or tool.',
)
export type Message = z.output<typeof messageSchema>

/** The conversation: at least one message. */
export const messagesSchema = z.array(messageSchema).min(1, 'Add at least one message.')

/** The plain text of a message's content; parts that are not text are left out. */
export function contentText(message: { content?: unknown }): string {
  if (typeof message.content === 'string') return message.content
  if (!Array.isArray(message.content)) return ''
  return message.content
    .map((part: { text?: unknown }) => (typeof part?.text === 'string' ? part.text : ''))
    .join('')
}
