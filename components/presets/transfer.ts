import { documentOf, isObject, readDocument, type ReadDocument } from '#lib/preset/document.ts'
import { fileEnding, readFile } from '#lib/preset/file.ts'
import { presetLimits } from '#lib/preset/limits.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { fail, ok, type Result } from '#lib/result.ts'

/** Most presets that one file may bring. */
const mostPresets = 5000

/** What a file brought, and a sentence for each thing that it did not. */
export interface Arrivals {
  presets: Preset[]
  refused: string[]
}

/** The text of one file with all these presets; private addresses stay here. */
export function presetsText(presets: readonly Preset[]): string {
  const file = { nucleus: 'presets', version: 1, presets: presets.map((one) => documentOf(one)) }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a file with one preset or many. `from` is its name, for presets that have none. */
export function readPresets(text: string, from: string): Result<Arrivals, string> {
  if (text.length > presetLimits.file) return fail(`${from} is too large to be a file of presets.`)
  const file = parsed(text)
  if (file === undefined) return fail(`${from} is not JSON.`)
  if (!isObject(file) || file.nucleus !== 'presets') return readSingle(text, from)
  if (file.version !== 1) return fail(`${from} was saved by a newer version of Nucleus.`)
  if (!Array.isArray(file.presets)) return fail(`${from} is not a file of Nucleus presets.`)
  if (file.presets.length > mostPresets)
    return fail(`${from} has more than ${mostPresets} presets.`)
  const all: Arrivals = { presets: [], refused: [] }
  for (const [at, one] of file.presets.entries()) {
    const read = readDocument(withoutMarks(one))
    if (read.ok) take(all, read.value, from)
    else all.refused.push(`Preset ${at + 1} of ${from}: ${read.error}`)
  }
  return ok(all)
}

function readSingle(text: string, from: string): Result<Arrivals, string> {
  const read = readFile(text)
  if (!read.ok) return fail(`${from}: ${read.error}`)
  const one: Arrivals = { presets: [], refused: [] }
  take(one, read.value, from)
  if (read.value.run) one.refused.push(`The recorded run in ${from}: presets are kept without one.`)
  return ok(one)
}

function take(all: Arrivals, { preset, refused }: ReadDocument, from: string): void {
  const name = preset.name ?? nameOfFile(from)
  all.presets.push({ ...preset, name })
  for (const { name: what, reason } of refused) all.refused.push(`${what} of “${name}”: ${reason}`)
}

/** A list may be made by hand out of single files, each of which says what it is. */
function withoutMarks(document: unknown): unknown {
  if (!isObject(document) || document.nucleus !== 'preset') return document
  const { nucleus: _, version: __, ...rest } = document
  return rest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function nameOfFile(file: string): string {
  const bare = file.endsWith(fileEnding) ? file.slice(0, -fileEnding.length) : file
  return bare.replace(/\.json$/i, '').slice(0, presetLimits.name) || 'Untitled'
}
