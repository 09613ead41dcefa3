import { fail, ok, type Result } from '#lib/result.ts'
import { crossProblems } from '#lib/parameters/constraints.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { isParameterName, registry, setParameters, type Settings } from '#lib/parameters/index.ts'
import { problemsOf, type Problem } from '#lib/parameters/problems.ts'
import { parameterAt, sentAnyway, withoutUnavailable } from '#lib/providers/availability.ts'
import { providerIds, providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { findPrototypeKeys } from './forbidden-keys.ts'

/** A problem together with the parameter that it belongs to. */
export interface ParameterProblem extends Problem {
  parameter: string
}

/** What may be sent: every value valid, for a provider, with a model and a conversation. */
export type Request = Settings & Required<Pick<Settings, 'provider' | 'model' | 'messages'>>

/**
 * Checks settings against the registry, the provider's row and the rules between parameters.
 * What the provider refuses is neither checked nor kept. Gives all problems at once.
 */
export function checkRequest(settings: AnySettings): Result<Request, ParameterProblem[]> {
  const provider = providerIn(settings)
  const sent = withoutUnavailable(provider, settings)
  const problems = [...missing(settings), ...ownProblems(provider, sent), ...between(sent)]
  // Every value passed its own schema, and the three required ones are present.
  return problems.length > 0 ? fail(problems) : ok({ ...sent, provider } as Request)
}

/** The provider that settings name, where they name one that is known. */
export function namedProvider(settings: AnySettings): ProviderId | undefined {
  return providerIds.find((id) => id === settings.provider)
}

/** The provider that settings name; the teaching model where they name none that is known. */
export function providerIn(settings: AnySettings): ProviderId {
  return namedProvider(settings) ?? 'teaching'
}

/** The problems of each value by itself, at one provider, or at any where none is named. */
export function ownProblems(
  provider: ProviderId | undefined,
  settings: AnySettings,
): ParameterProblem[] {
  const anyway = sentAnyway(settings)
  return setParameters(settings).flatMap(([parameter, value]) => {
    const unsafe = findPrototypeKeys(value)
    if (unsafe.length > 0) {
      return unsafe.map(({ key, path }) => ({
        parameter: parameter.name,
        message: `“${key}” cannot be used as a key.`,
        path,
      }))
    }
    return problemsOf(parameterAt(provider, parameter, anyway), value).map((problem) => ({
      parameter: parameter.name,
      ...problem,
    }))
  })
}

/** Names in `settings` that are no parameter. */
export function unknownNames(settings: AnySettings): string[] {
  return Object.keys(settings).filter((name) => !isParameterName(name))
}

/** The parameters that no request can do without, or none to this provider, and that are not set. */
export function missing(settings: AnySettings): ParameterProblem[] {
  const { requires } = providerOf(providerIn(settings))
  return registry.flatMap(({ name, required }) => {
    const message = required ?? requires[name]
    return message && settings[name] === undefined ? [{ parameter: name, message, path: [] }] : []
  })
}

function between(settings: AnySettings): ParameterProblem[] {
  return crossProblems(settings).map((problem) => ({ ...problem, path: [] }))
}
