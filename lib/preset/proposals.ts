import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { draftOf } from '#lib/parameters/draft.ts'
import { parameterOf, registry, type ParameterName } from '#lib/parameters/index.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import type { Opened } from './link.ts'
import { partOf } from './share.ts'

/** One change that a link, a file or a pasted text proposes. */
export interface Proposal {
  name: ParameterName
  /** Undefined where it is not set. */
  now: unknown
  /** Undefined where it would no longer be set. */
  next: unknown
}

/** What decides who is paid and who reads along; never changed without being asked. */
export const decisive: ReadonlySet<string> = new Set(['provider', 'model', 'fallbacks', 'api_base'])

/**
 * The changes that would be made of `now`, in the registry's order, and how many values are equal
 * already. A whole preset also proposes to unset what it does not name, but never what its author may
 * have left out of the link on purpose.
 */
export function proposalsFor(
  now: AnySettings,
  { preset: { settings }, whole }: Pick<Opened, 'preset' | 'whole'>,
): { changes: Proposal[]; same: number } {
  const names = registry.map(({ name }) => name)
  const unsets = whole && Object.keys(settings).some((name) => partOf(name) === 'parameters')
  const proposed = names.filter((name) => settings[name] !== undefined)
  const changed = proposed.filter((name) => !isEqual(now[name], settings[name]))
  const gone = names.filter(
    (name) =>
      unsets &&
      now[name] !== undefined &&
      settings[name] === undefined &&
      partOf(name) === 'parameters',
  )
  const touched = new Set([...changed, ...gone])
  return {
    same: proposed.length - changed.length,
    changes: names
      .filter((name) => touched.has(name))
      .map((name) => ({ name, now: now[name], next: settings[name] })),
  }
}

/** The form after these of the proposed changes; what they do not name stays, even what is half typed. */
export function draftsAfter(drafts: Drafts, changes: readonly Proposal[]): Drafts {
  const next = changes.map(({ name, next: value }) => [name, draftOf(parameterOf(name), value)])
  return { ...drafts, ...Object.fromEntries(next) }
}

function isEqual(a: unknown, b: unknown): boolean {
  return a !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The order of an object's keys has no meaning. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}
