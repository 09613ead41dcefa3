import type { AnySettings } from '#lib/parameters/descriptor.ts'

/** A tool as a request offers it. */
export interface OfferedTool {
  name: string
  type: 'function' | 'custom'
  description: string
  /** The JSON Schema of its arguments; nothing where it has none. */
  parameters: Readonly<Record<string, unknown>> | undefined
}

/** The tools that settings offer, in their order; those that cannot be read are left out. */
export function offeredTools({ tools }: AnySettings): OfferedTool[] {
  return Array.isArray(tools) ? tools.flatMap(toolIn) : []
}

function toolIn(value: unknown): OfferedTool[] {
  const { type, function: called, custom } = objectOf(value)
  const detail = objectOf(type === 'custom' ? custom : called)
  if (typeof detail.name !== 'string') return []
  return [
    {
      name: detail.name,
      type: type === 'custom' ? 'custom' : 'function',
      description: typeof detail.description === 'string' ? detail.description : '',
      parameters: type === 'custom' ? undefined : schemaIn(detail.parameters),
    },
  ]
}

function schemaIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? objectOf(value) : undefined
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
