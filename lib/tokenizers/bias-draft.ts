import { editJson } from '#lib/json/edit.ts'
import { parseTolerantJson } from '#lib/json/index.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { jsonFieldProblems } from '#lib/request/field-problems.ts'
import { fail, ok, type Result } from '#lib/result.ts'

const parameter = parameterOf('logit_bias')

/**
 * The text of the `logit_bias` field with biases added, by token id. What stands there stays, comments
 * and order included; an id that is there gets the new bias. Where the text has a problem nothing is
 * written, and the problem is given.
 */
export function withBiases(
  draft: string | null,
  biases: ReadonlyMap<number, number>,
): Result<string, string> {
  const text = draft ?? ''
  const [problem] = jsonFieldProblems(parameter, text)
  if (problem) return fail(`Line ${problem.line}: ${problem.message}`)
  let after = parseTolerantJson(text).empty ? '{}' : text
  for (const [id, amount] of biases) after = editJson(after, [String(id)], amount)
  return ok(after)
}

/** The biases that the text of the field holds, by token id; none where it cannot be read. */
export function biasesIn(draft: string | null): ReadonlyMap<string, number> {
  const text = draft ?? ''
  if (jsonFieldProblems(parameter, text).length > 0) return new Map()
  const { value } = parseTolerantJson(text)
  // The schema has checked every value.
  return new Map(Object.entries((value ?? {}) as Record<string, number>))
}

/** A bias as it was typed: a whole number that the parameter takes, or what to do instead. */
export function biasOf(text: string): Result<number, string> {
  const written = text.trim().replace(/^[−–]/, '-')
  if (!/^[-+]?\d+$/.test(written)) return fail('Type a whole number from −100 to 100.')
  const bias = Number(written)
  const [problem] = problemsOf(parameter, { 0: bias })
  return problem ? fail(problem.message) : ok(bias)
}
