import { functionDraft, isObject, textOf, type DraftTool, type JsonObject } from './found-tool.ts'

/** Keys under which the forms of other APIs keep the schema of the arguments, and what they are called. */
const schemaKeys = [
  ['inputSchema', 'MCP tool'],
  ['input_schema', 'Anthropic tool'],
  ['parametersJsonSchema', 'Gemini function'],
  ['parameters', 'function'],
] as const

/** The tools of one entry of a list, in whatever form it is; none where it is no tool. */
export function toolsOfEntry(value: JsonObject): DraftTool[] {
  const declared = value.functionDeclarations ?? value.function_declarations
  if (Array.isArray(declared)) return declared.filter(isObject).flatMap(toolsOfEntry)
  const { type } = value
  if (type === 'function' && isObject(value.function)) {
    const { name, ...detail } = value.function
    return named(name, (text) => asItIs(text, 'OpenAI tool', 'function', detail))
  }
  if (type === 'custom' && isObject(value.custom)) {
    const { name, ...detail } = value.custom
    return named(name, (text) => asItIs(text, 'OpenAI custom tool', 'custom', detail))
  }
  if (type === 'custom') return named(value.name, (text) => flatCustom(text, value))
  const fromSchema = ofSchema(value)
  return fromSchema ? [fromSchema] : named(value.name, (text) => flat(text, value))
}

function named(name: unknown, make: (text: string) => DraftTool | undefined): DraftTool[] {
  const text = textOf(name)
  const made = text === undefined ? undefined : make(text)
  return made ? [made] : []
}

function asItIs(
  name: string,
  source: string,
  type: 'function' | 'custom',
  detail: JsonObject,
): DraftTool {
  return { name, source, make: (legal) => ({ type, [type]: { name: legal, ...detail } }) }
}

/** A custom tool as the Responses API writes it; its grammar stands one level higher there. */
function flatCustom(name: string, { description, format }: JsonObject): DraftTool {
  const words = textOf(description)
  const detail = {
    ...(words === undefined ? {} : { description: words }),
    ...(isObject(format) ? { format: customFormat(format) } : {}),
  }
  return asItIs(name, 'OpenAI Responses tool', 'custom', detail)
}

function customFormat(format: JsonObject): JsonObject {
  const { type, syntax, definition } = format
  return type === 'grammar' && syntax !== undefined
    ? { type, grammar: { syntax, definition } }
    : format
}

/** A name beside a schema, as in MCP, the APIs of Anthropic and Gemini, and OpenAI's Responses. */
function flat(name: string, value: JsonObject): DraftTool | undefined {
  const found = schemaKeys.find(([key]) => isObject(value[key]))
  const isBare = textOf(value.description) !== undefined || value.type === 'function'
  if (!found && !isBare) return undefined
  const [key, source] = found ?? ['parameters', 'function']
  return functionDraft(name, source, {
    description: textOf(value.description),
    parameters: lowerTypes(value[key], 0),
    strict: value.strict,
  })
}

/** A JSON Schema of an object by itself: the arguments of a tool that is yet to be named. */
function ofSchema(value: JsonObject): DraftTool | undefined {
  if (value.type !== 'object' || !isObject(value.properties)) return undefined
  const { title, description, $schema: _, ...schema } = value
  return functionDraft(textOf(title) ?? 'my_tool', 'JSON Schema', {
    description: textOf(description),
    parameters: schema,
  })
}

/** Gemini writes types in capitals. */
function lowerTypes(schema: unknown, level: number): unknown {
  if (level > 100) return schema
  if (Array.isArray(schema)) return schema.map((one) => lowerTypes(one, level + 1))
  if (!isObject(schema)) return schema
  const entries = Object.entries(schema).map(([key, value]) => {
    const isType = key === 'type' && typeof value === 'string' && /^[A-Z]+$/.test(value)
    return [key, isType ? value.toLowerCase() : lowerTypes(value, level + 1)]
  })
  return Object.fromEntries(entries)
}
