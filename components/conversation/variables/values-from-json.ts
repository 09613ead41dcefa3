import { parseTolerantJson } from '#lib/json/index.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { fail, ok, type Result } from '#lib/result.ts'

const parameter = parameterOf('variables')

/** A table of variables from a JSON object; numbers and booleans become text. Fails with a sentence. */
export function valuesFromJson(text: string): Result<Record<string, string>, string> {
  const { value, problems } = parseTolerantJson(text)
  const [fault] = problems
  if (fault) return fail(`Line ${fault.line}: ${fault.message}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('Write an object: {"name": "value"}.')
  }
  const entries = Object.entries(value).map(([name, one]) => [name, textOf(one)] as const)
  const strange = entries.find(([, one]) => one === undefined)
  if (strange) return fail(`The value of “${strange[0]}” is no text.`)
  const values = Object.fromEntries(entries) as Record<string, string>
  const [problem] = problemsOf(parameter, values)
  return problem ? fail(`${String(problem.path[0] ?? '')} ${problem.message}`.trim()) : ok(values)
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
