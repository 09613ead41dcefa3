import { parseTolerantJson } from '#lib/json/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import {
  draftOfMessages,
  messagesOfDraft,
  type MessagesDraft,
} from '#lib/request/message-drafts.ts'
import { optionsOf } from './bounds.ts'
import type { Parameter } from './descriptor.ts'
import type { Problem } from './problems.ts'
import { splitStops } from './stop-text.ts'

/**
 * What a field holds while it is edited: the typed text of numbers and JSON, the state of a switch,
 * the entries of a list. `null` means that the parameter is not set.
 */
export type Draft = string | boolean | string[] | Record<string, unknown> | MessagesDraft | null

/** The draft that shows a value. */
export function draftOf(parameter: Parameter, value: unknown): Draft {
  const { kind } = parameter.widget
  if (value === undefined) return null
  if (kind === 'json') return JSON.stringify(value, null, 2)
  if (kind === 'tool-choice')
    return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  if (kind === 'messages') return draftOfMessages(value)
  if (kind === 'slider' || kind === 'number') return String(value)
  // Switches, lists and texts are edited as the value itself.
  return value as Draft
}

/** The value that a draft stands for, not yet checked against the schema; or why it stands for none. */
export function valueOfDraft(parameter: Parameter, draft: Draft): Result<unknown, Problem[]> {
  const { kind } = parameter.widget
  if (kind === 'messages') return messagesOfDraft(draft)
  if (typeof draft !== 'string') return ok(draft)
  if (kind === 'slider' || kind === 'number') return numberOf(draft)
  if (kind === 'json' || kind === 'beside') return jsonOf(draft)
  if (kind === 'tool-choice') return wordOrJson(parameter, draft)
  return ok(draft)
}

/**
 * The draft for a value typed by hand, as in `/#temperature=1.2`: switches say true or false, lists
 * are comma-separated, a conversation may be one plain text.
 */
export function draftOfText(parameter: Parameter, text: string): Draft {
  const { widget } = parameter
  if (widget.kind === 'list') return splitStops(text)
  if (widget.kind === 'messages') return draftOfMessages(conversationOf(text))
  if (widget.kind !== 'switch') return text
  const on = /^(true|1|on|yes)$/i.test(text)
  if (!on && !/^(false|0|off|no)$/i.test(text)) return text
  return widget.key ? { [widget.key]: on } : on
}

function conversationOf(text: string): unknown {
  if (!text.trimStart().startsWith('[')) return [{ role: 'user', content: text }]
  const { value, problems } = parseTolerantJson(text)
  return problems.length === 0 ? value : [{ role: 'user', content: text }]
}

function numberOf(text: string): Result<number, Problem[]> {
  const trimmed = text.trim().replace('−', '-')
  if (trimmed === '') return problem('Type a number, or reset the field so that it is not sent.')
  if (/^[-+]?\d+,\d+$/.test(trimmed)) {
    return problem(`Write decimals with a point: ${trimmed.replace(',', '.')}.`)
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) {
    return problem(`“${trimmed.slice(0, 40)}” is not a number.`)
  }
  return ok(Number(trimmed))
}

function jsonOf(text: string): Result<unknown, Problem[]> {
  const { value, problems, empty } = parseTolerantJson(text)
  if (empty) return problem('Write JSON, or reset the field so that it is not sent.')
  const faults = problems.map(({ message, line, path }) => ({
    message: `Line ${line}: ${message}`,
    path: path ?? [],
  }))
  return faults.length > 0 ? fail(faults) : ok(value)
}

function wordOrJson(parameter: Parameter, text: string): Result<unknown, Problem[]> {
  const word = text.trim().replace(/^["“”]|["“”]$/g, '')
  return optionsOf(parameter).includes(word) ? ok(word) : jsonOf(text)
}

function problem(message: string): Result<never, Problem[]> {
  return fail([{ message, path: [] }])
}
