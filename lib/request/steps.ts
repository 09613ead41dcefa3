import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { isParameterName } from '#lib/parameters/index.ts'
import { sentAnyway, unavailable } from '#lib/providers/availability.ts'
import { providerIds, providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { namesOfModel, providerForModel } from '#lib/providers/model-ids.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { checkRequest, type ParameterProblem, type Request } from './check.ts'
import { fallbackChain } from './fallback-chain.ts'
import type { FallbackTarget } from './fallbacks.ts'
import { safeMerge } from './forbidden-keys.ts'

/** One model that a run may try: a whole request of its own. */
export interface Step {
  request: Request
  /** What was set for the first model but is not sent to this one, by wire name. */
  omitted: string[]
}

/**
 * What a run tries, in order: the request itself, then each fallback. A fallback may name another
 * provider (`anthropic/…`, or `provider` in an override); it then has that provider's address, key
 * and limits. Toward a LiteLLM proxy there is one step, since the proxy does the rest.
 */
export function requestSteps(request: Request): Result<Step[], ParameterProblem[]> {
  const steps: Step[] = [{ request, omitted: [] }]
  for (const target of fallbackTargets(request)) {
    if (providerOf(request.provider).inBody.includes('fallbacks')) break
    const step = stepFor(request, target)
    if (!step.ok) return step
    steps.push(step.value)
  }
  return ok(steps)
}

/** The other providers that the fallbacks of these settings name; each needs a connection of its own. */
export function fallbackProviders(settings: AnySettings): ProviderId[] {
  if (settings.fallbacks === undefined) return []
  const request = checkRequest(settings)
  const steps = request.ok ? requestSteps(request.value) : request
  if (!steps.ok) return []
  const [first, ...others] = steps.value.map((step) => step.request.provider)
  return [...new Set(others)].filter((id) => id !== first)
}

/** The fallbacks that apply to the request's own model, wildcards resolved. */
export function fallbackTargets({ provider, model, fallbacks }: Request): FallbackTarget[] {
  return fallbackChain(model, fallbacks, (name) => namesOfModel(name, provider))
}

function stepFor(request: Request, target: FallbackTarget): Result<Step, ParameterProblem[]> {
  const settings = settingsFor(request, target)
  const provider = providerIds.find((id) => id === settings.provider)
  if (!provider)
    return fail([atFallbacks(target, `“${String(settings.provider)}” is no provider.`)])
  const checked = checkRequest(settings)
  if (checked.ok) return ok({ request: checked.value, omitted: omittedAt(provider, settings) })
  const title = providerOf(provider).title
  return fail(
    checked.error.map(({ parameter, message }) =>
      atFallbacks(target, `${title} does not take this ${parameter}: ${message}`),
    ),
  )
}

/** The request's settings with the override's in place; what is no parameter goes to extra_body. */
function settingsFor(request: Request, target: FallbackTarget): Record<string, unknown> {
  const { model, provider: named, ...overrides } = target
  const split = named === undefined ? providerForModel(model, request.provider) : undefined
  const provider = named ?? split?.provider ?? request.provider
  const own = without(request, ['fallbacks'])
  const entries = Object.entries(overrides)
  const extra = Object.fromEntries(entries.filter(([name]) => !isParameterName(name)))
  const settings = {
    ...(provider === request.provider ? own : withoutAddress(own)),
    ...Object.fromEntries(entries.filter(([name]) => isParameterName(name))),
    provider,
    model: split?.model ?? model,
  }
  return Object.keys(extra).length === 0
    ? settings
    : { ...settings, extra_body: safeMerge(request.extra_body ?? {}, extra) }
}

/** An address belongs to the provider that it was given for. */
function withoutAddress(settings: AnySettings): AnySettings {
  return without(settings, ['api_base', 'api_version'])
}

function without(settings: AnySettings, names: readonly string[]): AnySettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)))
}

function omittedAt(provider: ProviderId, settings: AnySettings): string[] {
  const anyway = sentAnyway(settings)
  return Object.keys(settings).filter((name) => unavailable(provider, name, anyway))
}

function atFallbacks({ model }: FallbackTarget, message: string): ParameterProblem {
  return { parameter: 'fallbacks', path: [], message: `Fallback ${model}: ${message}` }
}
