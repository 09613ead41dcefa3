import * as z from 'zod'
import { toolNamedBy } from '#lib/tool-calls/tool-choice.ts'
import { parameter, type AnySettings } from './descriptor.ts'

const toolName = z
  .string('A tool needs a "name".')
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'A tool name has 1 to 64 letters, digits, _ or -.')

const functionTool = z.looseObject({
  type: z.literal('function'),
  function: z.looseObject(
    {
      name: toolName,
      description: z.string().optional(),
      parameters: z.record(z.string(), z.unknown()).optional(),
      strict: z.boolean().nullish(),
    },
    'A function tool needs a "function" object.',
  ),
})

const customTool = z.looseObject({
  type: z.literal('custom'),
  custom: z.looseObject({ name: toolName }, 'A custom tool needs a "custom" object.'),
})

const toolSchema = z.discriminatedUnion(
  'type',
  [functionTool, customTool],
  'The "type" of a tool is "function" or "custom".',
)
type Tool = z.output<typeof toolSchema>

const nameOf = (tool: Tool) => (tool.type === 'function' ? tool.function.name : tool.custom.name)

function refuseDuplicates(tools: Tool[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  tools.forEach((tool, index) => {
    const name = nameOf(tool)
    if (seen.has(name)) {
      const path = [index, tool.type, 'name']
      context.addIssue({
        code: 'custom',
        path,
        message: `“${name}” is defined twice.`,
        input: name,
      })
    }
    seen.add(name)
  })
}

const choiceSchema = z.union(
  [
    z.enum(['auto', 'required', 'none']),
    z.looseObject({ type: z.literal('function'), function: z.looseObject({ name: toolName }) }),
    z.looseObject({ type: z.literal('custom'), custom: z.looseObject({ name: toolName }) }),
    z.looseObject({
      type: z.literal('allowed_tools'),
      allowed_tools: z.looseObject({
        mode: z.enum(['auto', 'required']),
        tools: z.array(z.record(z.string(), z.unknown())).min(1, 'Allow at least one tool.'),
      }),
    }),
  ],
  'Choose auto, required or none, or name a tool: {"type": "function", "function": {"name": "…"}}.',
)

function unknownTool(choice: z.output<typeof choiceSchema>, settings: AnySettings) {
  const tools = z.array(toolSchema).safeParse(settings.tools)
  if (typeof choice === 'string' || !tools.success) return undefined
  const defined = new Set(tools.data.map(nameOf))
  const missing = namesIn(choice).find((name) => !defined.has(name))
  if (missing === undefined) return undefined
  return `Tools has no tool named “${missing}”. Define it there, or choose another one.`
}

/** The tools that a choice names; entries of other shapes are not known to be at fault. */
function namesIn(choice: Exclude<z.output<typeof choiceSchema>, string>): string[] {
  if (choice.type === 'function') return [choice.function.name]
  if (choice.type === 'custom') return [choice.custom.name]
  return choice.allowed_tools.tools.flatMap((one) => {
    const named = toolNamedBy(one)
    return named ? [named.name] : []
  })
}

/** Most turns of made-up results in a row. */
const mostMockTurns = 20

const mocksSchema = z.strictObject({
  /** The result of each tool, as it goes into the tool message: a text, which may be JSON. */
  results: z
    .array(z.strictObject({ name: toolName, content: z.string().max(100_000) }))
    .max(128)
    .refine(
      (list) => new Set(list.map(({ name }) => name)).size === list.length,
      'A tool has one mock result.',
    ),
  /** How often in a row calls are answered before a person is asked. */
  most_turns: z.int().min(1).max(mostMockTurns),
})

export const tools = [
  parameter({
    name: 'tools',
    title: 'Tools',
    summary:
      'Functions that the model may ask you to call: a list of definitions with JSON Schemas.',
    group: 'tools',
    seedLabel: 'Tools',
    schema: z
      .array(toolSchema, 'Write a list of tools: [ … ].')
      .min(1, 'Define at least one tool, or reset the field so that it is not sent.')
      .max(128, 'At most 128 tools can be sent.')
      .superRefine(refuseDuplicates),
    widget: { kind: 'json', aid: 'tools' },
    to: 'body',
    start: [
      {
        type: 'function',
        function: { name: 'my_tool', parameters: { type: 'object', properties: {} } },
      },
    ],
    example:
      '[{"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object", "properties": {"location": {"type": "string"}}}}}]',
  }),
  parameter({
    name: 'tool_choice',
    title: 'Tool choice',
    summary:
      'Whether the model may call tools (auto), must (required), must not (none), or must call the one you name.',
    group: 'tools',
    seedLabel: 'Tool Choice',
    schema: choiceSchema,
    widget: { kind: 'tool-choice' },
    to: 'body',
    start: 'auto',
    example: '{"type": "function", "function": {"name": "get_weather"}}',
    needs: [
      { parameter: 'tools', message: 'Tool choice needs Tools. Set Tools, or reset this field.' },
    ],
    check: unknownTool,
  }),
  parameter({
    name: 'parallel_tool_calls',
    title: 'Parallel tool calls',
    summary:
      'Whether the model may call several tools in one turn. It can only be sent with Tools.',
    group: 'tools',
    seedLabel: 'Parallel Tool Calls',
    schema: z.boolean(),
    widget: { kind: 'switch' },
    to: 'body',
    start: true,
    apiDefault: true,
    needs: [
      {
        parameter: 'tools',
        message: 'Parallel tool calls need Tools. Set Tools, or reset this field.',
      },
    ],
  }),
  parameter({
    name: 'tool_mocks',
    title: 'Mock results',
    summary:
      'Results that Nucleus gives in the place of your tools when the model calls them, for at most so many turns. Not sent by themselves.',
    group: 'tools',
    schema: mocksSchema,
    widget: { kind: 'beside', parameter: 'tools' },
    to: 'rules',
    start: { results: [], most_turns: 5 },
  }),
] as const
