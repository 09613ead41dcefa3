import { draftOfText, valueOfDraft } from '#lib/parameters/draft.ts'
import { isParameterName, parameterOf } from '#lib/parameters/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { documentOf, isObject, readDocument, type ReadDocument } from './document.ts'
import { presetLimits } from './limits.ts'
import { isPackedLink, packLink, unpackLink, type PackedLink } from './link-codec.ts'
import type { Preset, Refusal } from './preset.ts'
import type { RecordedRun } from './recorded-run.ts'
import { packRun } from './run/pack-run.ts'
import { unpackRun } from './run/unpack-run.ts'

/** What a link, a file or a pasted text holds; nothing of it is applied yet. */
export interface Opened extends ReadDocument {
  run?: RecordedRun
  /** Whether it names all that is set, so that what it does not name is not set. */
  whole: boolean
}

/** The fragment (without `#`) that carries a preset, and perhaps a run with quantised log probabilities. */
export function linkFor(preset: Preset, run?: RecordedRun): Result<string, string> {
  const document = documentOf(preset)
  if (!run) return packLink(document)
  const { head, columns } = packRun(run, document.settings)
  return packLink({ ...document, run: head }, columns)
}

/**
 * Reads a fragment (without `#`), packed or written by hand. Gives nothing for a fragment that makes no
 * claim to be a preset, such as a heading's anchor.
 */
export function readLink(fragment: string): Result<Opened, string> | undefined {
  if (fragment.length > presetLimits.fragment)
    return fail('This link is too long to be one of ours.')
  if (isPackedLink(fragment)) {
    const unpacked = unpackLink(fragment)
    return unpacked.ok ? readPacked(unpacked.value) : unpacked
  }
  return fragment.includes('=') ? readHandWritten(fragment) : undefined
}

/** Links of version 1 are the settings alone. */
function readPacked({ version, value, beside }: PackedLink): Result<Opened, string> {
  const read = readDocument(version === 1 ? { settings: value } : value)
  if (!read.ok) return fail(`This link cannot be used. ${read.error}`)
  const whole = { ...read.value, whole: true }
  if (!isObject(value) || value.run === undefined || version === 1) return ok(whole)
  const run = unpackRun(value.run, beside ?? new Uint8Array(), read.value.preset.settings)
  if (run) return ok({ ...whole, run })
  const refused = [...whole.refused, { name: 'run', reason: 'The recorded run is damaged.' }]
  return ok({ ...whole, refused })
}

const words = new Set(['name', 'description', 'author_note'])

function readHandWritten(fragment: string): Result<Opened, string> {
  const settings: Record<string, unknown> = Object.create(null)
  const said: Record<string, string> = {}
  const unreadable: Refusal[] = []
  for (const [name, text] of new URLSearchParams(fragment)) {
    if (words.has(name)) {
      said[name] = text
      continue
    }
    const read = isParameterName(name) ? valueIn(name, text) : ok<unknown>(text)
    if (read.ok) settings[name] = read.value
    else unreadable.push({ name, reason: read.error })
  }
  const read = readDocument({ ...said, settings })
  if (!read.ok) return fail(`This link cannot be used. ${read.error}`)
  return ok({ ...read.value, refused: [...unreadable, ...read.value.refused], whole: false })
}

function valueIn(name: Parameters<typeof parameterOf>[0], text: string): Result<unknown, string> {
  const parameter = parameterOf(name)
  const read = valueOfDraft(parameter, draftOfText(parameter, text))
  return read.ok ? read : fail(read.error[0]?.message ?? 'This value cannot be read.')
}
