import { parseTolerantJson } from '#lib/json/index.ts'
import type { OfferedTool } from './offered-tools.ts'

/** A tool as `tool_choice` names it. */
export type NamedTool = Pick<OfferedTool, 'name' | 'type'>

/** What the text of `tool_choice` says, where it is JSON of a known shape and nothing else. */
export type ReadChoice =
  | { kind: 'tool'; tool: NamedTool }
  | { kind: 'allowed'; mode: 'auto' | 'required'; tools: NamedTool[] }
  | { kind: 'other' }

const other: ReadChoice = { kind: 'other' }

/** Reads the JSON text of a choice; anything with keys that are not known is `other`. */
export function readToolChoice(text: string): ReadChoice {
  const { value } = parseTolerantJson(text)
  const tool = toolNamedBy(value)
  if (tool) return { kind: 'tool', tool }
  if (!hasOnly(value, 'type', 'allowed_tools') || value.type !== 'allowed_tools') return other
  const allowed = value.allowed_tools
  if (!hasOnly(allowed, 'mode', 'tools') || !Array.isArray(allowed.tools)) return other
  const { mode } = allowed
  const tools = allowed.tools.map(toolNamedBy)
  const isKnown = mode === 'auto' || mode === 'required'
  if (!isKnown || tools.some((one) => one === undefined)) return other
  return { kind: 'allowed', mode, tools: tools.filter((one) => one !== undefined) }
}

/** The value of `tool_choice` that makes the model call one tool, as JSON text. */
export function choiceOfTool(tool: NamedTool): string {
  return JSON.stringify(naming(tool), null, 2)
}

/** The value of `tool_choice` that leaves the model some of the tools, as JSON text. */
export function choiceOfSome(mode: 'auto' | 'required', tools: readonly NamedTool[]): string {
  const allowed_tools = { mode, tools: tools.map(naming) }
  return JSON.stringify({ type: 'allowed_tools', allowed_tools }, null, 2)
}

/** The tool that a value names in OpenAI’s way, where it does nothing else. */
export function toolNamedBy(value: unknown): NamedTool | undefined {
  for (const type of ['function', 'custom'] as const) {
    if (!hasOnly(value, 'type', type) || value.type !== type) continue
    const detail = value[type]
    if (hasOnly(detail, 'name') && typeof detail.name === 'string')
      return { type, name: detail.name }
  }
  return undefined
}

function naming({ type, name }: NamedTool): Record<string, unknown> {
  return { type, [type]: { name } }
}

/** Whether a value is an object with exactly these keys. */
function hasOnly(value: unknown, ...keys: string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const own = Object.keys(value)
  return own.length === keys.length && keys.every((key) => own.includes(key))
}
