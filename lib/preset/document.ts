import { parameterNames, setParameters } from '#lib/parameters/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { travels } from './address.ts'
import { presetLimits, tooMuch } from './limits.ts'
import type { Preset, Refusal } from './preset.ts'
import { readNames, readSettings, refusal } from './read-settings.ts'

/** A preset as JSON: what links and files carry. Keys that are not set are absent. */
export interface PresetDocument {
  name?: string
  description?: string
  author_note?: string
  unlocked?: string[]
  settings: Record<string, unknown>
}

/** What was read of a document; nothing of it is applied yet. */
export interface ReadDocument {
  preset: Preset
  refused: Refusal[]
}

/**
 * The document of a preset. An address that is private or carries a secret stays here. What cannot be
 * sent is for the caller to leave out.
 */
export function documentOf({ settings, ...said }: Preset): PresetDocument {
  const set = setParameters(settings).filter(
    ([{ name }, value]) => name !== 'api_base' || travels(value),
  )
  const { name, description, authorNote, unlocked } = said
  return {
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    ...(authorNote ? { author_note: authorNote } : {}),
    ...(unlocked ? { unlocked: parameterNames.filter((one) => unlocked.includes(one)) } : {}),
    settings: Object.fromEntries(set.map(([{ name: key }, value]) => [key, value])),
  }
}

const own = new Set(['name', 'description', 'author_note', 'unlocked', 'settings', 'run'])

/** Reads a document from elsewhere: keeps what is sound, and names the rest. */
export function readDocument(value: unknown): Result<ReadDocument, string> {
  if (!isObject(value) || !isObject(value.settings)) return fail('It holds no preset.')
  const { run: _, ...rest } = value
  const much = tooMuch(rest)
  if (much) return fail(much)
  const { settings, refused } = readSettings(value.settings)
  const name = readWords('name', value.name, presetLimits.name)
  const description = readWords('description', value.description, presetLimits.words)
  const note = readWords('author_note', value.author_note, presetLimits.words)
  const unlocked = readNames(value.unlocked)
  const strangers = Object.keys(value).filter((key) => !own.has(key))
  return ok({
    preset: {
      settings,
      ...(name.text === undefined ? {} : { name: name.text }),
      ...(description.text === undefined ? {} : { description: description.text }),
      ...(note.text === undefined ? {} : { authorNote: note.text }),
      ...(Array.isArray(value.unlocked) ? { unlocked: unlocked.names } : {}),
    },
    refused: [
      ...refused,
      ...[name, description, note].flatMap((one) => one.refused),
      ...unlocked.refused,
      ...strangers.slice(0, 100).flatMap((key) => refusal(key, 'A preset has no such field.')),
    ],
  })
}

/** Whether a JSON value is an object with keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readWords(key: string, value: unknown, most: number) {
  if (value === undefined || value === '') return { text: undefined, refused: [] }
  if (typeof value !== 'string') {
    return { text: undefined, refused: refusal(key, 'This must be a text.') }
  }
  return value.length > most
    ? { text: undefined, refused: refusal(key, `This is longer than ${most} characters.`) }
    : { text: value, refused: [] }
}
