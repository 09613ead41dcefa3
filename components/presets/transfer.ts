import type { Preset } from '#lib/preset/preset.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { documentOf, readDocument } from './preset-documents.ts'

/** Most bytes of a file that is read. */
export const mostBytes = 50_000_000

/** Most presets that one file may bring. */
const mostPresets = 5000

/** What a file brought, and a sentence for each thing that it did not. */
export interface Arrivals {
  presets: Preset[]
  refused: string[]
}

/** The text of one file with all these presets. */
export function presetsText(presets: readonly Preset[]): string {
  const file = { nucleus: 'presets', version: 1, presets: presets.map((one) => documentOf(one)) }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a file with one preset or many. `from` is its name, for presets that have none. */
export function readPresets(text: string, from: string): Result<Arrivals, string> {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return fail(`${from} is not JSON.`)
  }
  if (!isObject(file)) return fail(`${from} holds no presets.`)
  if (file.version !== undefined && file.version !== 1)
    return fail(`${from} was written by a later version of Nucleus.`)
  if (file.nucleus === 'preset') return ok(sorted([file], nameOfFile(from)))
  if (file.nucleus !== 'presets' || !Array.isArray(file.presets))
    return fail(`${from} is not a file of Nucleus presets.`)
  if (file.presets.length > mostPresets)
    return fail(`${from} has more than ${mostPresets} presets.`)
  return ok(sorted(file.presets, nameOfFile(from)))
}

function sorted(documents: readonly unknown[], from: string): Arrivals {
  const arrivals: Arrivals = { presets: [], refused: [] }
  for (const [at, one] of documents.entries()) {
    const read = readDocument(one)
    if (!read.ok) {
      arrivals.refused.push(`Preset ${at + 1}: ${read.error}`)
      continue
    }
    const { preset, refused } = read.value
    const name = preset.name ?? from
    arrivals.presets.push({ ...preset, name })
    for (const { name: what, reason } of refused)
      arrivals.refused.push(`${what} of “${name}”: ${reason}`)
  }
  return arrivals
}

function nameOfFile(file: string): string {
  return file.replace(/(\.nucleus)?\.json$/i, '') || 'Untitled'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
