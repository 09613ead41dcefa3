import { isParameterName, type ParameterName, type Settings } from '#lib/parameters/index.ts'
import type { Preset, Refusal } from '#lib/preset/preset.ts'
import { namedProvider, ownProblems } from '#lib/request/check.ts'
import { fail, ok, type Result } from '#lib/result.ts'

interface PresetDocument {
  name?: string
  description?: string
  author_note?: string
  unlocked?: ParameterName[]
  settings: Settings
}

/** A preset as the document that files carry too. */
export function documentOf(preset: Preset): PresetDocument {
  const { authorNote, ...rest } = preset
  return { ...rest, ...(authorNote === undefined ? {} : { author_note: authorNote }) }
}

/** Reads a document; what it may not hold is named. */
export function readDocument(
  value: unknown,
): Result<{ preset: Preset; refused: Refusal[] }, string> {
  if (!isObject(value) || !isObject(value.settings)) return fail('It holds no preset.')
  const given = Object.entries(value.settings)
  const known = Object.fromEntries(given.filter(([name]) => isParameterName(name)))
  const refused = given.flatMap(([name]) =>
    isParameterName(name) ? [] : [{ name, reason: 'Nucleus knows no such parameter.' }],
  )
  const problems = ownProblems(namedProvider(known), known)
  for (const { parameter, message } of problems) refused.push({ name: parameter, reason: message })
  const bad = new Set(problems.map(({ parameter }) => parameter))
  // Every value that is left passed the schema of its parameter.
  const settings = Object.fromEntries(
    Object.entries(known).filter(([name]) => !bad.has(name)),
  ) as Settings
  const text = (key: string) => (typeof value[key] === 'string' ? value[key] : undefined)
  const [name, description, authorNote] = [text('name'), text('description'), text('author_note')]
  const unlocked = Array.isArray(value.unlocked)
    ? value.unlocked.filter((one): one is ParameterName => isParameterName(String(one)))
    : undefined
  const preset = {
    settings,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(authorNote === undefined ? {} : { authorNote }),
    ...(unlocked === undefined ? {} : { unlocked }),
  }
  return ok({ preset, refused })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
