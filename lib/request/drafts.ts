import { crossProblems, warningOf } from '#lib/parameters/constraints.ts'
import type { AnySettings, Parameter } from '#lib/parameters/descriptor.ts'
import { draftOf, valueOfDraft, type Draft } from '#lib/parameters/draft.ts'
import { registry, type ParameterName } from '#lib/parameters/index.ts'
import { sentAnyway, unavailable } from '#lib/providers/availability.ts'
import { checkRequest, missing, ownProblems, providerIn, type ParameterProblem } from './check.ts'
import { requestSteps } from './steps.ts'

/** The form's values: one draft per parameter, `null` where it is not set. */
export type Drafts = Record<ParameterName, Draft>

/** What the drafts of a form amount to. */
export interface ParsedDrafts {
  /** The values that could be read, the unavailable ones left out. */
  settings: AnySettings
  /** Everything that stands in the way of a run, in the registry's order. */
  problems: ParameterProblem[]
}

/** The drafts that show some settings; what they do not name is not set. */
export function draftsOf(settings: AnySettings): Drafts {
  const entries = registry.map((one) => [one.name, draftOf(one, settings[one.name])])
  // One entry per name of the registry.
  return Object.fromEntries(entries) as Drafts
}

/** Reads all drafts at once: the one place where the form's text becomes settings. */
export function parseDrafts(drafts: Drafts): ParsedDrafts {
  const provider = providerIn(drafts)
  const anyway = sentAnyway(drafts)
  const settings: Record<string, unknown> = {}
  const unreadable: ParameterProblem[] = []
  for (const parameter of registry) {
    const draft = drafts[parameter.name]
    if (draft === null || draft === undefined) continue
    if (unavailable(provider, parameter.name, anyway)) continue
    const read = valueOfDraft(parameter, draft)
    if (read.ok) settings[parameter.name] = read.value
    else unreadable.push(...read.error.map((one) => ({ parameter: parameter.name, ...one })))
  }
  const absent = missing(assumingReadable(settings, unreadable))
  const invalid = ownProblems(provider, settings)
  const between = crossProblems(assumingReadable(settings, unreadable))
  const all = [
    ...absent,
    ...unreadable,
    ...invalid,
    ...between.map((one) => ({ ...one, path: [] })),
  ]
  return { settings, problems: inOrder(all.length > 0 ? all : fallbackProblems(settings)) }
}

/** What a fallback's provider does not take of the request; told once the request itself is right. */
function fallbackProblems(settings: AnySettings): ParameterProblem[] {
  if (settings.fallbacks === undefined) return []
  const request = checkRequest(settings)
  const steps = request.ok ? requestSteps(request.value) : request
  return steps.ok ? [] : steps.error
}

/** What is worth knowing about one set parameter, though it does not stop a run. */
export function warningFor(parameter: Parameter, drafts: Drafts): string | undefined {
  return parameter.warn && warningOf(parameter, parseDrafts(drafts).settings)
}

/** The names of the parameters that would be sent, in the registry's order. */
export function sentNames(drafts: Drafts): ParameterName[] {
  const provider = providerIn(drafts)
  const anyway = sentAnyway(drafts)
  const isSent = (name: ParameterName) =>
    (drafts[name] ?? null) !== null && !unavailable(provider, name, anyway)
  return registry.map(({ name }) => name).filter(isSent)
}

/** A field that is set but cannot be read yet still counts as set for the rules between fields. */
function assumingReadable(settings: AnySettings, unreadable: ParameterProblem[]): AnySettings {
  const broken = new Set(unreadable.map(({ parameter }) => parameter))
  return { ...Object.fromEntries([...broken].map((name) => [name, null])), ...settings }
}

function inOrder(problems: ParameterProblem[]): ParameterProblem[] {
  const place = new Map<string, number>(registry.map(({ name }, index) => [name, index]))
  return problems.toSorted((a, b) => (place.get(a.parameter) ?? 0) - (place.get(b.parameter) ?? 0))
}
