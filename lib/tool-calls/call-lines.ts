import { parseTolerantJson } from '#lib/json/index.ts'
import { readArguments } from './read-arguments.ts'

/**
 * The tool calls of a message, each in one line as code would write it: `get_weather({"city":"Porto"})`.
 * Undefined for a text that holds none, or something else among them.
 */
export function callLines(text: string): string[] | undefined {
  const { value } = parseTolerantJson(text)
  if (!Array.isArray(value) || value.length === 0) return undefined
  const lines = value.map(lineOf)
  return lines.includes(undefined) ? undefined : lines.filter((line) => line !== undefined)
}

function lineOf(call: unknown): string | undefined {
  const { function: called, custom } = recordOf(call)
  const { name, arguments: given, input } = recordOf(called ?? custom)
  if (typeof name !== 'string') return undefined
  const read = typeof given === 'string' ? readArguments(given) : undefined
  if (read?.kind === 'json') {
    const isEmpty = Object.keys(recordOf(read.value)).length === 0
    return `${name}(${isEmpty ? '' : JSON.stringify(read.value)})`
  }
  return `${name}(${String(given ?? JSON.stringify(input) ?? '')})`
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
