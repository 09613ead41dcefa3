import { editJson } from '#lib/json/edit.ts'
import { parseTolerantJson, problemsFromIssues, type JsonProblem } from '#lib/json/index.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'

/** A tool as a form shows it. */
export interface ToolModel {
  type: 'function' | 'custom'
  /** Empty where it has none yet. */
  name: string
  description: string
  strict: boolean
  /** The JSON Schema of a function's arguments. */
  parameters: Record<string, unknown> | undefined
  /** What a custom tool writes: any text, or what a grammar allows. */
  format: { type: 'text' } | { type: 'grammar'; syntax: 'lark' | 'regex'; definition: string }
}

/** The tool in a text; nothing where it cannot be read, or is neither function nor custom tool. */
export function readToolText(text: string): ToolModel | undefined {
  return readTool(parseTolerantJson(text).value)
}

/** A tool as a form shows it; nothing where it is neither function nor custom tool. */
export function readTool(value: unknown): ToolModel | undefined {
  const { type, ...rest } = objectOf(value)
  if (type !== 'function' && type !== 'custom') return undefined
  const detail = objectOf(rest[type])
  return {
    type,
    name: textOf(detail.name),
    description: textOf(detail.description),
    strict: detail.strict === true,
    parameters: isObject(detail.parameters) ? { ...detail.parameters } : undefined,
    format: formatOf(detail.format),
  }
}

function formatOf(value: unknown): ToolModel['format'] {
  const { type, grammar } = objectOf(value)
  if (type !== 'grammar') return { type: 'text' }
  const { syntax, definition } = objectOf(grammar)
  return {
    type: 'grammar',
    syntax: syntax === 'regex' ? 'regex' : 'lark',
    definition: textOf(definition),
  }
}

/**
 * The text of the field with parts of the tool in one place (0-based) changed; everything else stays. A
 * text that cannot be read comes back as it is.
 */
export function withToolPart(text: string, index: number, change: Partial<ToolModel>): string {
  const { value: list } = parseTolerantJson(text)
  const model = readTool(Array.isArray(list) ? list[index] : undefined)
  if (!model) return text
  const { type } = model
  const entries = Object.entries(change) as [keyof ToolModel, unknown][]
  return entries.reduce((before, [part, value]) => {
    const set = (kept: unknown) => editJson(before, [index, type, part], kept)
    if (part === 'format') return set(formatWritten(change.format))
    // A name is needed; the rest is left out where it says nothing.
    return set(part === 'name' || (value !== '' && value !== false) ? value : undefined)
  }, text)
}

function formatWritten(format: ToolModel['format'] | undefined): unknown {
  if (format?.type !== 'grammar') return undefined
  const { syntax, definition } = format
  return { type: 'grammar', grammar: { syntax, definition } }
}

/** What is wrong in the text of one tool, each at its place. */
export function toolProblems(text: string): JsonProblem[] {
  const { value, problems, empty } = parseTolerantJson(text)
  if (problems.length > 0) return problems
  if (empty) return []
  const faults = problemsOf(parameterOf('tools'), [value])
  return problemsFromIssues(
    text,
    faults.map(({ message, path }) => ({ message, path: path.slice(1) })),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
