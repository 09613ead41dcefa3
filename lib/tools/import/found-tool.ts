/** A tool that was found in a text, in the form in which a chat completion offers it. */
export interface FoundTool {
  /** A legal name, each once. */
  name: string
  tool: Record<string, unknown>
  /** What it was made from, in a few words: `GET /pets/{id}`, `MCP tool`. */
  source: string
}

/** A tool before it has its final name. */
export interface DraftTool {
  /** Any text that may become the name. */
  name: string
  description?: string | undefined
  source: string
  /** The tool with its legal name. */
  make(name: string): Record<string, unknown>
}

/** What a text holds: tools, what was left out and why, and whole sentences about the rest. */
export interface FoundTools {
  tools: FoundTool[]
  left: { name: string; reason: string }[]
  notes: string[]
}

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a JSON value is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text, or nothing where it is none or empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A function tool as the draft of one. */
export function functionDraft(
  name: string,
  source: string,
  detail: { description?: string | undefined; parameters?: unknown; strict?: unknown },
): DraftTool {
  const { description, parameters, strict } = detail
  const make = (legal: string) => ({
    type: 'function',
    function: {
      name: legal,
      ...(description === undefined ? {} : { description }),
      ...(isObject(parameters) ? { parameters } : {}),
      ...(typeof strict === 'boolean' ? { strict } : {}),
    },
  })
  return { name, source, make }
}
