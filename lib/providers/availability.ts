import type * as z from 'zod'
import type { AnySettings, Parameter } from '#lib/parameters/descriptor.ts'
import { providerOf, type ProviderId } from './catalogue.ts'

/** Why a provider cannot take a parameter; nothing when it can. Refused parameters are kept, not sent. */
export function unavailable(provider: ProviderId, name: string): string | undefined {
  return providerOf(provider).refused[name]?.reason
}

/**
 * The schema that a value must meet at a provider: the row's sharper one, else the registry's, which
 * is also the one that holds where no provider is named.
 */
export function schemaAt(provider: ProviderId | undefined, parameter: Parameter): z.ZodType {
  const limit = provider && providerOf(provider).limited[parameter.name]
  return limit?.schema ?? parameter.schema
}

/** The settings without what the provider refuses. */
export function withoutUnavailable(provider: ProviderId, settings: AnySettings): AnySettings {
  const kept = Object.entries(settings).filter(([name]) => !unavailable(provider, name))
  return Object.fromEntries(kept)
}
