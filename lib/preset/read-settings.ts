import { isParameterName, type ParameterName, type Settings } from '#lib/parameters/index.ts'
import { namedProvider, ownProblems } from '#lib/request/check.ts'
import { findForbiddenInMessages, findForbiddenKeys } from '#lib/request/forbidden-keys.ts'
import { reasonAgainstAddress } from './address.ts'
import type { Refusal } from './preset.ts'

/** Longest name of a refused field that is repeated. */
const mostOfName = 80

/**
 * Keeps what the registry accepts of settings from elsewhere, and names the rest with the reason. The
 * value has been found not to be too much.
 */
export function readSettings(value: Record<string, unknown>): {
  settings: Settings
  refused: Refusal[]
} {
  const given = Object.entries(value)
  const refused = given.flatMap(([name, one]) => refusal(name, reasonAgainst(name, one)))
  const names = new Set(refused.map(({ name }) => name))
  const known = Object.fromEntries(given.filter(([name]) => !names.has(name.slice(0, mostOfName))))
  const problems = ownProblems(namedProvider(known), known)
  for (const { parameter, message } of problems) refused.push({ name: parameter, reason: message })
  const bad = new Set(problems.map(({ parameter }) => parameter))
  // Every value that is left passed the schema of its parameter.
  const settings = Object.fromEntries(
    Object.entries(known).filter(([name]) => !bad.has(name)),
  ) as Settings
  return { settings, refused }
}

/** The names in a list that are parameters, and those that are not. */
export function readNames(value: unknown): { names: ParameterName[]; refused: Refusal[] } {
  const given = Array.isArray(value) ? value.map(String) : []
  return {
    names: [...new Set(given.filter(isParameterName))],
    refused: given
      .filter((name) => !isParameterName(name))
      .slice(0, 20)
      .flatMap((name) => refusal(name, 'Nucleus knows no such parameter.')),
  }
}

/** A refusal of a field, if there is a reason against it. */
export function refusal(name: string, reason: string | undefined): Refusal[] {
  return reason === undefined ? [] : [{ name: name.slice(0, mostOfName), reason }]
}

function reasonAgainst(name: string, value: unknown): string | undefined {
  if (name === 'api_base') return reasonAgainstAddress(value)
  const found =
    name === 'messages' ? findForbiddenInMessages(value) : findForbiddenKeys({ [name]: value })
  if (found.some(({ reason }) => reason === 'credential')) {
    return 'A credential does not travel; whoever opens this uses a key of their own.'
  }
  return isParameterName(name) ? undefined : 'Nucleus knows no such parameter.'
}
