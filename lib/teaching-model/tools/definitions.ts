import type { ValueOf } from '#lib/parameters/index.ts'
import { compileSchema } from '../structured/compile.ts'
import { limits } from '../structured/limits.ts'

/** A JSON Schema as it was sent: an object of any keywords. */
export type Schema = Readonly<Record<string, unknown>>

/** A function that the model may ask the caller to run. */
export interface Tool {
  name: string
  /** What it is good for, in the caller's words; may be empty. */
  description: string
  /** The JSON Schema of its arguments; without one a tool takes an empty object. */
  parameters: Schema
}

/** One argument of a tool. */
export interface Parameter {
  key: string
  schema: Schema
  required: boolean
}

/** Which tools a request offers, and what it says about calling them. */
export interface ToolUse {
  /** Those that may be called, in the order of the request. */
  tools: readonly Tool[]
  /** `none`: never; `auto`: where one fits; `required`: at least one, whatever fits. */
  mode: 'none' | 'auto' | 'required'
  /** Whether the one tool was named by the request, so that there was nothing to choose. */
  named: boolean
  /** Whether one reply may hold several calls. */
  parallel: boolean
  /** The definitions as the model reads them: their JSON text. */
  text: string
}

/** What a request says of tools, by wire name; the shapes were checked by the registry's schemas. */
export interface ToolSettings {
  tools?: ValueOf<'tools'> | undefined
  tool_choice?: ValueOf<'tool_choice'> | undefined
  parallel_tool_calls?: ValueOf<'parallel_tool_calls'> | undefined
}

/** What is wrong with these settings, and with which of them. */
export interface ToolProblem {
  param: 'tools' | 'tool_choice'
  message: string
  code: string
}

/**
 * What cannot be done as it was asked: a tool of another kind, arguments whose schema asks for more than
 * the constrained decoder can keep, or the choice of an unknown tool.
 */
export function findToolProblem({
  tools = [],
  tool_choice,
}: ToolSettings): ToolProblem | undefined {
  const custom = tools.findIndex(({ type }) => type === 'custom')
  if (custom >= 0) {
    const message = `tools[${custom}]: the teaching model calls functions only, not the custom tool “${nameOf(tools[custom])}”. Send a tool of type "function".`
    return { param: 'tools', message, code: 'unsupported_value' }
  }
  const schema = findSchemaProblem(tools)
  if (schema !== undefined) return { param: 'tools', message: schema, code: 'invalid_value' }
  const names = new Set(tools.map(nameOf))
  const chosen = chosenNames(tool_choice)
  if (chosen?.length === 0) {
    const message = 'tool_choice: allowed_tools allows no tool. List at least one, or send "none".'
    return { param: 'tool_choice', message, code: 'invalid_value' }
  }
  const unknown = chosen?.find((name) => !names.has(name))
  if (unknown === undefined) return undefined
  const message = `tool_choice: tools has no function named “${unknown}”. Define it there, or choose another one.`
  return { param: 'tool_choice', message, code: 'invalid_value' }
}

/**
 * What settings without problems say of tools; nothing where none is defined.
 * `tool_choice` is `auto` and `parallel_tool_calls` is true where they are absent.
 */
export function toolUseOf(settings: ToolSettings): ToolUse | undefined {
  const { tools: sent = [], tool_choice: choice = 'auto', parallel_tool_calls = true } = settings
  if (sent.length === 0) return undefined
  const allowed = chosenNames(choice)
  const named = typeof choice === 'object' && choice.type !== 'allowed_tools'
  return {
    tools: sent.map(toTool).filter(({ name }) => allowed?.includes(name) ?? true),
    mode: modeOf(choice),
    named,
    parallel: parallel_tool_calls,
    text: JSON.stringify(sent),
  }
}

/** The arguments of a tool, in the order of its schema. */
export function parametersOf({ parameters }: Tool): Parameter[] {
  const properties = objectOf(parameters.properties)
  const required = Array.isArray(parameters.required) ? parameters.required : []
  return Object.entries(properties).map(([key, schema]) => ({
    key,
    schema: objectOf(schema),
    required: required.includes(key),
  }))
}

/** A value if it is a JSON object, else an empty one. */
export function objectOf(value: unknown): Schema {
  return isObject(value) ? value : {}
}

/** The first schema that cannot be kept. What one may cost, all together may. */
function findSchemaProblem(tools: readonly SentTool[]): string | undefined {
  const budget = { left: limits.work }
  let places = 0
  for (const [index, sent] of tools.entries()) {
    const path = `tools[${index}].function.parameters`
    const { parameters } = toTool(sent)
    if (parameters.type !== 'object') return `${path}: send a schema of "type": "object".`
    const compiled = compileSchema(parameters, { path, budget })
    if (!compiled.ok) return compiled.error.message
    places += compiled.value.network.places.length
    if (places > limits.places) return `${path}: schemas that large together are not supported.`
  }
  return undefined
}

type SentTool = NonNullable<ToolSettings['tools']>[number]
type Choice = NonNullable<ToolSettings['tool_choice']>

const noArguments: Schema = { type: 'object', properties: {}, additionalProperties: false }

function toTool(sent: SentTool): Tool {
  const { description = '', parameters } = sent.type === 'function' ? sent.function : {}
  return {
    name: nameOf(sent),
    description,
    parameters: parameters && Object.keys(parameters).length > 0 ? parameters : noArguments,
  }
}

function nameOf(tool: SentTool | undefined): string {
  if (tool === undefined) return ''
  return tool.type === 'function' ? tool.function.name : tool.custom.name
}

function modeOf(choice: Choice): ToolUse['mode'] {
  if (typeof choice === 'string') return choice
  return choice.type === 'allowed_tools' ? choice.allowed_tools.mode : 'required'
}

/** The names that a choice narrows the tools down to; nothing where it leaves them all. */
function chosenNames(choice: Choice | undefined): string[] | undefined {
  if (choice === undefined || typeof choice === 'string') return undefined
  if (choice.type === 'function') return [choice.function.name]
  if (choice.type === 'custom') return [choice.custom.name]
  return choice.allowed_tools.tools.map((tool) => String(objectOf(tool.function).name))
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
