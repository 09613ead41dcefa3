import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { Choice, Reply } from '../reply.ts'
import type { AuditNote } from './note.ts'

/** What differs in the output: text that is not the JSON asked for, and tools called or not. */
export function outputNotes(asked: AnySettings, reply: Reply): AuditNote[] {
  if (reply.status !== 'done') return []
  const whole = reply.choices.filter(
    ({ refusal, finishReason }) => !refusal && finishReason !== 'length',
  )
  return [...jsonNotes(asked, whole), ...toolNotes(asked, whole)]
}

function jsonNotes(
  { response_format: format }: AnySettings,
  choices: readonly Choice[],
): AuditNote[] {
  const type = typeof format === 'object' && format !== null && 'type' in format ? format.type : ''
  if (type !== 'json_object' && type !== 'json_schema') return []
  const written = choices.filter(({ content, toolCalls }) => content || toolCalls.length === 0)
  if (written.every(({ content }) => isJson(content))) return []
  const message = 'JSON was asked for, but the text is not valid JSON.'
  return [{ kind: 'not-json', level: 'warning', message, parameter: 'response_format' }]
}

function toolNotes(asked: AnySettings, choices: readonly Choice[]): AuditNote[] {
  const calls = choices.flatMap(({ toolCalls }) => toolCalls)
  const forced = forcedTool(asked.tool_choice)
  const notes: AuditNote[] = []
  const add = (kind: AuditNote['kind'], message: string, parameter: string) =>
    notes.push({ kind, level: 'warning', message, parameter })
  if (asked.tool_choice === 'required' && choices.some((one) => one.toolCalls.length === 0))
    add('no-tool-call', 'A tool call was required, but none came.', 'tool_choice')
  if (forced && !calls.some(({ name }) => name === forced))
    add('no-tool-call', `A call of ${forced} was asked for, but none came.`, 'tool_choice')
  if (asked.tool_choice === 'none' && calls.length > 0)
    add('tool-calls', 'No tool was to be called, but one was.', 'tool_choice')
  if (asked.parallel_tool_calls === false && choices.some((one) => one.toolCalls.length > 1))
    add('tool-calls', 'One tool call at a time was asked for, several came.', 'parallel_tool_calls')
  return notes
}

/** The function or custom tool that `tool_choice` names. */
function forcedTool(choice: unknown): string | undefined {
  if (typeof choice !== 'object' || choice === null) return undefined
  const named = 'function' in choice ? choice.function : 'custom' in choice && choice.custom
  return typeof named === 'object' &&
    named !== null &&
    'name' in named &&
    typeof named.name === 'string'
    ? named.name
    : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
