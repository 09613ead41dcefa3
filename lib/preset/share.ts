import { isParameterName, setParameters, type ParameterName } from '#lib/parameters/index.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { travels } from './address.ts'
import type { Preset } from './preset.ts'

/** The parts of a preset that a person may put into a link or leave out. */
export const shareParts = ['parameters', 'messages', 'address', 'metadata', 'identity'] as const
export type SharePart = (typeof shareParts)[number]

/** The parts that could tell who the author is, or where; they travel only when they are asked to. */
export const privateParts: ReadonlySet<SharePart> = new Set(['address', 'metadata', 'identity'])

const parts: Readonly<Record<string, SharePart>> = {
  messages: 'messages',
  variables: 'messages',
  api_base: 'address',
  metadata: 'metadata',
  user: 'identity',
  safety_identifier: 'identity',
}

/** The part that a parameter belongs to. */
export function partOf(name: string): SharePart {
  return Object.hasOwn(parts, name) ? (parts[name] ?? 'parameters') : 'parameters'
}

/** The names of what is set of each part, in the registry's order; a private address is of none. */
export function namesByPart(settings: AnySettings): Record<SharePart, ParameterName[]> {
  const named: Record<SharePart, ParameterName[]> = {
    parameters: [],
    messages: [],
    address: [],
    metadata: [],
    identity: [],
  }
  for (const [{ name }, value] of setParameters(settings)) {
    if (name !== 'api_base' || travels(value)) named[partOf(name)].push(name)
  }
  return named
}

/** A preset with these parts of its settings only. */
export function withParts(preset: Preset, wanted: ReadonlySet<SharePart>): Preset {
  const kept = Object.entries(preset.settings).filter(
    ([name]) => isParameterName(name) && wanted.has(partOf(name)),
  )
  // What is left is part of settings that were checked as a whole.
  return { ...preset, settings: Object.fromEntries(kept) as Preset['settings'] }
}
