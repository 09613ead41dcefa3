import type { AnySettings, Parameter } from '#lib/parameters/descriptor.ts'
import { providerOf, type ProviderId } from './catalogue.ts'
import type { Limit, Rule } from './provider.ts'

/** What a provider does with a parameter, by its row. */
export type Availability =
  | { readonly status: 'supported' }
  | { readonly status: 'unverified'; readonly rule: Rule }
  | RuledOut

/** A parameter that a provider takes no values of, or fewer. */
export interface RuledOut {
  readonly status: 'limited' | 'refused'
  readonly rule: Rule
  /** Whether the person insisted, so that the rule does not apply. */
  readonly lifted: boolean
}

/** The names of the parameters that a person wants sent against a row's refusals and limits. */
export function sentAnyway(settings: AnySettings): readonly string[] {
  const names = settings.send_anyway
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/**
 * Whether “send anyway” can lift a rule. A rule with a source is what somebody wrote about a provider
 * and may be out of date; one without is about Nucleus's own model, which would not act on it.
 */
export function isLiftable(rule: Rule): boolean {
  return rule.source !== undefined
}

/** What a provider does with a parameter, given the names that are sent anyway. */
export function availability(
  provider: ProviderId,
  name: string,
  anyway: readonly string[] = [],
): Availability {
  const { refused, limited, unverified } = providerOf(provider)
  const refusal = own(refused, name)
  const limit = own(limited, name)
  const rule = refusal ?? limit
  if (rule) {
    const lifted = isLiftable(rule) && anyway.includes(name)
    return { status: refusal ? 'refused' : 'limited', rule, lifted }
  }
  const doubt = own(unverified, name)
  return doubt ? { status: 'unverified', rule: doubt } : { status: 'supported' }
}

/** Why a provider is not sent a parameter; nothing when it is. What is refused is kept, not sent. */
export function unavailable(
  provider: ProviderId,
  name: string,
  anyway: readonly string[] = [],
): string | undefined {
  const found = availability(provider, name, anyway)
  return found.status === 'refused' && !found.lifted ? found.rule.reason : undefined
}

const limitedParameters = new WeakMap<Limit, Parameter>()

/**
 * A parameter as it is at a provider: with the row's sharper schema where there is one, else (or where
 * no provider is named) as the registry has it. The same object for the same limit.
 */
export function parameterAt<Given extends Parameter>(
  provider: ProviderId | undefined,
  parameter: Given,
  anyway: readonly string[] = [],
): Given {
  const limit = provider && own(providerOf(provider).limited, parameter.name)
  if (!limit || (isLiftable(limit) && anyway.includes(parameter.name))) return parameter
  const made = limitedParameters.get(limit) ?? { ...parameter, schema: limit.schema }
  limitedParameters.set(limit, made)
  // A limit stands in the row of one parameter, so what was kept for it is that parameter.
  return made as Given
}

/** The settings without what the provider refuses. */
export function withoutUnavailable(provider: ProviderId, settings: AnySettings): AnySettings {
  const anyway = sentAnyway(settings)
  const kept = Object.entries(settings).filter(([name]) => !unavailable(provider, name, anyway))
  return Object.fromEntries(kept)
}

function own<T>(rules: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}
