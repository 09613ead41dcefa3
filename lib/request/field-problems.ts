import { parseTolerantJson, problemsFromIssues, type JsonProblem } from '#lib/json/index.ts'
import type { Parameter } from '#lib/parameters/descriptor.ts'
import { problemsOf } from '#lib/parameters/problems.ts'

/**
 * What is wrong inside a JSON field, each fault at its place in the text: syntax first, then the schema
 * of the parameter as it is given, which may be a provider's sharper one.
 */
export function jsonFieldProblems(parameter: Parameter, text: string): JsonProblem[] {
  const { value, problems, empty } = parseTolerantJson(text)
  if (problems.length > 0 || empty) return problems
  return problemsFromIssues(text, problemsOf(parameter, value))
}

/** What valid JSON amounts to, in two or three words; nothing for what is not valid. */
export function jsonSummary(text: string): string {
  const { value, problems, empty } = parseTolerantJson(text)
  if (problems.length > 0 || empty) return ''
  if (Array.isArray(value)) return `${plural(value.length, 'entry', 'entries')}, valid`
  return typeof value === 'object' && value !== null
    ? `${plural(Object.keys(value).length, 'key', 'keys')}, valid`
    : 'valid'
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
