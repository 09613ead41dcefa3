import { fail, ok, type Result } from '#lib/result.ts'
import { draftOfText, valueOfDraft } from '#lib/parameters/draft.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import {
  isParameterName,
  parameterOf,
  setParameters,
  type Settings,
} from '#lib/parameters/index.ts'
import { findForbiddenKeys } from '#lib/request/forbidden-keys.ts'
import { namedProvider, ownProblems } from '#lib/request/check.ts'
import type { Refusal } from './preset.ts'
import { isPackedLink, linkLimits, packLink, unpackLink } from './link-codec.ts'

/** Parameters that a link never sets: they decide where a person's words and keys go. */
export const neverInLinks = ['api_base'] as const

/** What opening a link would do; nothing of it is applied yet. */
export interface LinkContent {
  settings: Settings
  refused: Refusal[]
}

/** The fragment (without `#`) that carries what is set, and what was left out of it. */
export async function linkFor(
  settings: AnySettings,
): Promise<Result<{ fragment: string; leftOut: string[] }, string>> {
  const never: readonly string[] = neverInLinks
  const set = setParameters(settings)
  const leftOut = set.map(([{ name }]) => name).filter((name) => never.includes(name))
  const kept = set.filter(([{ name }]) => !never.includes(name))
  const packed = await packLink(Object.fromEntries(kept.map(([{ name }, value]) => [name, value])))
  return packed.ok ? ok({ fragment: packed.value, leftOut }) : packed
}

/**
 * Reads a fragment (without `#`), packed or written by hand. Gives nothing for a fragment that
 * makes no claim to be a preset, such as a heading's anchor.
 */
export async function readLink(fragment: string): Promise<Result<LinkContent, string> | undefined> {
  if (fragment.length > linkLimits.fragment) return fail('This link is too long to be one of ours.')
  if (isPackedLink(fragment)) {
    const unpacked = await unpackLink(fragment)
    return unpacked.ok ? sift(unpacked.value) : unpacked
  }
  return fragment.includes('=') ? readHandWritten(fragment) : undefined
}

function readHandWritten(fragment: string): Result<LinkContent, string> {
  const settings: Record<string, unknown> = Object.create(null)
  const unreadable: Refusal[] = []
  for (const [name, text] of new URLSearchParams(fragment)) {
    const read = isParameterName(name) ? valueIn(name, text) : ok<unknown>(text)
    if (read.ok) settings[name] = read.value
    else unreadable.push({ name, reason: read.error })
  }
  const sifted = sift(settings)
  return sifted.ok
    ? ok({ ...sifted.value, refused: [...unreadable, ...sifted.value.refused] })
    : sifted
}

function valueIn(name: Parameters<typeof parameterOf>[0], text: string): Result<unknown, string> {
  const parameter = parameterOf(name)
  const read = valueOfDraft(parameter, draftOfText(parameter, text))
  return read.ok ? read : fail(read.error[0]?.message ?? 'This value cannot be read.')
}

/** Keeps what the registry accepts and names the rest. */
function sift(value: unknown): Result<LinkContent, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('This link holds no preset.')
  }
  const given = Object.entries(value)
  const refused = given.flatMap(([name, one]) => refusal(name, one))
  const names = new Set(refused.map(({ name }) => name))
  const known = Object.fromEntries(given.filter(([name]) => !names.has(name)))
  const problems = ownProblems(namedProvider(known), known)
  for (const { parameter, message } of problems) refused.push({ name: parameter, reason: message })
  const bad = new Set(problems.map(({ parameter }) => parameter))
  // Every value that is left passed the schema of its parameter.
  const settings = Object.fromEntries(
    Object.entries(known).filter(([name]) => !bad.has(name)),
  ) as Settings
  return ok({ settings, refused })
}

function refusal(name: string, value: unknown): Refusal[] {
  const reason = reasonAgainst(name, value)
  return reason ? [{ name: name.slice(0, 80), reason }] : []
}

function reasonAgainst(name: string, value: unknown): string | undefined {
  if (name === 'api_base') return 'A link may not choose where your request goes.'
  if (findForbiddenKeys({ [name]: value }).some(({ reason }) => reason === 'credential')) {
    return 'A link may not carry a credential.'
  }
  if (!isParameterName(name)) return 'Nucleus knows no such parameter.'
  return tooDeep(value) ? 'It is nested too deeply.' : undefined
}

/** Most levels of nesting that a value in a link may have. */
const mostLevels = 64

function tooDeep(value: unknown, level = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  return level >= mostLevels || Object.values(value).some((inner) => tooDeep(inner, level + 1))
}
