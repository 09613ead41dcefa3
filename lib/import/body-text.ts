import { parseTolerantJson } from '#lib/json/index.ts'
import { isObject } from './found.ts'
import { readLiteral } from './code/read-literal.ts'

/**
 * The object that a text holds as JSON, or as a dict of Python; nothing where it holds none, which
 * `notes` then tell. `raw` is the text with the quotes of a shell still in place: a log of Python
 * writes dicts into single quotes without minding those inside.
 */
export function readBody(
  text: string,
  notes: string[],
  raw?: string,
): Record<string, unknown> | undefined {
  const { value, problems } = parseTolerantJson(text)
  if (isObject(value)) return value
  const literal = [text, raw?.replace(/^['"]/, '') ?? '']
    .filter((one) => isDict(one))
    .map((one) => readLiteral(one, notes))
    .find((one) => isObject(one) && Object.keys(one).length > 0)
  if (isObject(literal)) return literal
  const [problem] = problems
  const where = problem ? ` Line ${problem.line}: ${problem.message}` : ''
  notes.push(`The body is no JSON object that can be read.${where}`)
  return undefined
}

/** Whether a text begins as Python prints a dict, which JSON does not allow. */
function isDict(text: string): boolean {
  if (/^\s*\{\s*'/.test(text)) return true
  return /^\s*\{\s*"/.test(text) && /:\s?(?:True|False|None)\b/.test(text)
}
