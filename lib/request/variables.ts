import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { MessagesDraft } from './message-drafts.ts'

/** What a variable can be called. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/

/** The same in words. */
export const variableNameRule =
  'A variable’s name has 1 to 64 letters, digits, _ or -, and begins with a letter or _.'

/** A name in double braces; the name is the first group. */
export const inBraces = /\{\{ {0,8}([A-Za-z_][A-Za-z0-9_-]{0,63}) {0,8}\}\}/g

/** The names that stand in double braces in a text, each once, in the order of the text. */
export function variablesInText(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(inBraces), ([, name = '']) => name))]
}

/** The names that stand in double braces in the texts of messages, each once, in their order. */
export function variablesIn(messages: readonly unknown[]): string[] {
  return [...new Set(messages.flatMap((message) => textsOf(message).flatMap(variablesInText)))]
}

/** Whether a conversation that is being edited may name a variable; quick, and true once too often. */
export function mayNameVariables(draft: MessagesDraft): boolean {
  const mayName = (text: string | undefined) => text?.includes('{{') === true
  if (draft.mode === 'json') return mayName(draft.text)
  return draft.cards.some(({ content, parts }) => mayName(parts ?? content))
}

/** The names in messages that a table of variables says nothing about. */
export function variablesWithoutValue(messages: readonly unknown[], variables: unknown): string[] {
  const values = valuesOf(variables)
  return variablesIn(messages).filter((name) => !Object.hasOwn(values, name))
}

/** A text with the value of each variable in the place of `{{name}}`; other names stay as they are. */
export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(inBraces, (written: string, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? written) : written,
  )
}

/** Most characters of all texts together once they are filled in; short texts can name a long value often. */
export const mostFilled = 4_000_000

/** Why variables cannot be filled into messages; nothing where they can. */
export function tooMuchFilled(messages: unknown, variables: unknown): string | undefined {
  if (!Array.isArray(messages)) return undefined
  const length = filledLength(messages, valuesOf(variables))
  if (length <= mostFilled) return undefined
  return `Filled in, the messages would have ${length.toLocaleString('en')} characters; at most ${mostFilled.toLocaleString('en')} can be sent.`
}

/** The characters of all texts once they are filled in, without filling them in. */
function filledLength(messages: readonly unknown[], values: Readonly<Record<string, string>>) {
  let length = 0
  for (const text of messages.flatMap(textsOf)) {
    length += text.length
    for (const { 0: written, 1: name = '' } of text.matchAll(inBraces)) {
      if (Object.hasOwn(values, name)) length += (values[name] ?? '').length - written.length
    }
  }
  return length
}

/**
 * Messages with the values of variables in their texts, whatever their role; tool calls stay as they
 * are. A value is not looked at again, so braces in it stay. What would be more than `mostFilled`
 * characters stays as it is.
 */
export function withVariables<Message>(
  messages: readonly Message[],
  variables: unknown,
): readonly Message[] {
  const values = valuesOf(variables)
  if (Object.keys(values).length === 0) return messages
  if (filledLength(messages, values) > mostFilled) return messages
  return messages.map((message) => filled(message, values))
}

/** Settings whose messages have their variables filled in, and that have none any more. */
export function withFilledMessages(settings: AnySettings): AnySettings {
  const { variables, ...rest } = settings
  if (variables === undefined || !Array.isArray(rest.messages)) return rest
  return { ...rest, messages: withVariables(rest.messages, variables) }
}

function filled<Message>(message: Message, values: Readonly<Record<string, string>>): Message {
  if (!hasContent(message)) return message
  const { content } = message
  if (typeof content === 'string') return { ...message, content: filledText(content, values) }
  if (!Array.isArray(content)) return message
  const parts = content.map((part: unknown) =>
    hasText(part) ? { ...part, text: filledText(part.text, values) } : part,
  )
  return { ...message, content: parts }
}

function textsOf(message: unknown): string[] {
  if (!hasContent(message)) return []
  if (typeof message.content === 'string') return [message.content]
  if (!Array.isArray(message.content)) return []
  return message.content.flatMap((part: unknown) => (hasText(part) ? [part.text] : []))
}

function hasContent(message: unknown): message is { content: unknown } {
  return typeof message === 'object' && message !== null && 'content' in message
}

function hasText(part: unknown): part is { text: string } {
  return (
    typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string'
  )
}

/** The values in a table of variables that is not checked yet. */
export function valuesOf(variables: unknown): Record<string, string> {
  if (typeof variables !== 'object' || variables === null) return {}
  return Object.fromEntries(
    Object.entries(variables).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
