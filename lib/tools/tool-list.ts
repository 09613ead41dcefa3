import { appendJson, editJson } from '#lib/json/edit.ts'
import { formatJson, parseTolerantJson } from '#lib/json/index.ts'
import { partText, withPartText } from '#lib/json/part.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { readTool } from './tool-text.ts'

/** One line of the list of tools. */
export interface ToolItem {
  /** Its name, or what stands in its place. */
  name: string
  type: 'function' | 'custom' | 'unknown'
  /** How many arguments it has at the top. */
  parameters: number
  /** The first thing that is wrong with it. */
  problem?: string
}

/** The tools in the text of the field, in their order; nothing where it is no list that can be read. */
export function readToolList(text: string): ToolItem[] | undefined {
  const { value, problems, empty } = parseTolerantJson(text)
  if (empty) return []
  if (problems.length > 0 || !Array.isArray(value)) return undefined
  const faults = problemsOf(parameterOf('tools'), value)
  return value.map((one: unknown, index) => {
    const problem = faults.find(({ path }) => path[0] === index)?.message
    const { name, type, parameters } = readTool(one) ?? unknown
    const properties = Object(parameters?.properties) as object
    return {
      name: name === '' ? `tool ${index + 1}` : name,
      type,
      parameters: Object.keys(properties).length,
      ...(problem === undefined ? {} : { problem }),
    }
  })
}

const unknown = { name: '', type: 'unknown', parameters: undefined } as const

/** The text of one tool, 0-based, as it stands; what stands on one line is indented by two spaces. */
export function toolTextAt(text: string, index: number): string {
  const part = partText(text, [index]) ?? ''
  return part.includes('\n') ? part : formatJson(part)
}

/** The text of the field with that of the tool in one place as it was typed. */
export function withToolTextAt(text: string, index: number, tool: string): string {
  return withPartText(text, [index], tool)
}

/** The text of the field with the tool in one place once more, at its end. */
export function withToolCopied(text: string, index: number): string {
  const { value } = parseTolerantJson(text)
  return Array.isArray(value) ? withTools(text, [value[index]]) : text
}

/** The names of all tools but the one in a place. */
export function otherNames(text: string, index: number): string[] {
  const { value } = parseTolerantJson(text)
  const tools: unknown[] = Array.isArray(value) ? value : []
  return tools.flatMap((one, at) => {
    const name = at === index ? '' : (readTool(one)?.name ?? '')
    return name === '' ? [] : [name]
  })
}

/** The text of the field with tools at its end; a field that holds no list begins one. */
export function withTools(text: string, tools: readonly unknown[]): string {
  const isList = (readToolList(text) ?? []).length > 0
  return isList ? appendJson(text, [], tools) : JSON.stringify(tools, null, 2)
}

/** The text of the field without one tool; empty where it was the last. */
export function withoutTool(text: string, index: number): string {
  const tools = readToolList(text) ?? []
  return tools.length === 1 ? '' : editJson(text, [index], undefined)
}
