import { parseTolerantJson } from '#lib/json/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { documentOf, isObject, readDocument } from './document.ts'
import { presetLimits, tooMuch } from './limits.ts'
import type { Opened } from './link.ts'
import type { Preset } from './preset.ts'
import { readSettings } from './read-settings.ts'
import type { RecordedRun } from './recorded-run.ts'

/** How the names of files end. */
export const fileEnding = '.nucleus.json'

/** A preset as the text of a file, and perhaps a run as exact as it was recorded. */
export function fileText(preset: Preset, run?: RecordedRun): string {
  const document = { nucleus: 'preset', version: 1, ...documentOf(preset) }
  return `${JSON.stringify(run ? { ...document, run: runDocument(run) } : document, null, 2)}\n`
}

/** Reads the text of a file: keeps what is sound, and names the rest. */
export function readFile(text: string): Result<Opened, string> {
  if (text.length > presetLimits.file) return fail('This file is too large to be a preset.')
  const { value, problems } = parseTolerantJson(text)
  if (problems[0]) return fail(`This file is not valid JSON. ${problems[0].message}`)
  if (!isObject(value)) return fail('This file holds no preset.')
  if (value.nucleus !== 'preset') return fail('This file was not saved by Nucleus.')
  if (value.version !== 1) return fail('This file was saved by a newer version of Nucleus.')
  const { nucleus: _, version: __, run, ...document } = value
  const read = readDocument(document)
  if (!read.ok) return fail(`This file cannot be used. ${read.error}`)
  const whole = { ...read.value, whole: true }
  if (run === undefined) return ok(whole)
  const recorded = readRunDocument(run)
  if (recorded) return ok({ ...whole, run: recorded })
  const refused = [...whole.refused, { name: 'run', reason: 'The recorded run cannot be read.' }]
  return ok({ ...whole, refused })
}

/** The name of a preset's file, safe on every system. */
export function fileName(name = ''): string {
  const safe = name
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase()
  return `${safe || 'preset'}${fileEnding}`
}

/** A recorded run as JSON, as exact as it was recorded. */
export function runDocument({ settings, completion, recordedAt, took }: RecordedRun) {
  const document = documentOf({ settings })
  return {
    settings: document.settings,
    completion: JSON.parse(completion) as unknown,
    ...(recordedAt === undefined ? {} : { recorded_at: recordedAt }),
    ...(took === undefined ? {} : { took }),
  }
}

/** Most levels of a recorded reply; tool calls and annotations may nest. */
const mostRunLevels = 40

/** The inverse of `runDocument`; nothing where it is none. */
export function readRunDocument(value: unknown): RecordedRun | undefined {
  if (!isObject(value) || !isObject(value.completion)) return undefined
  const { settings, completion, recorded_at: at, took } = value
  if (!Array.isArray(completion.choices) || isDeep(completion)) return undefined
  const given = isObject(settings) && !tooMuch(settings) ? settings : {}
  return {
    settings: readSettings(given).settings,
    completion: JSON.stringify(completion),
    ...(typeof at === 'number' ? { recordedAt: at } : {}),
    ...(typeof took === 'number' && took >= 0 ? { took } : {}),
  }
}

/** Whether a value is nested deeper than any reply. */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostRunLevels) return true
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
  }
  return false
}
