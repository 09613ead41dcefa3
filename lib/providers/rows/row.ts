import type { ProviderId } from '../ids.ts'
import type { Provider, Rule, Source } from '../provider.ts'

type Given = Pick<Provider, 'title' | 'summary' | 'kind'> & Partial<Provider> & { id: ProviderId }

/** A row of which only what differs from a plain OpenAI-compatible service with a key is given. */
export function row(given: Given): Provider {
  return {
    route: 'direct',
    ownEndpoint: false,
    prefixes: [],
    ownPrefixes: [],
    auth: 'bearer',
    keyRequired: true,
    limited: {},
    unverified: {},
    requires: {},
    rename: {},
    inBody: [],
    extraBody: 'merge',
    ...given,
    refused: { ...versionRule(given), ...given.refused },
  }
}

/** Addresses without versions are the rule; a row that has them names the query, or takes a key. */
function versionRule({ title, source, versionQuery, inBody }: Given): Record<string, Rule> {
  if (versionQuery || inBody?.includes('api_version') || !source) return {}
  return { api_version: { reason: `${title} has no API versions`, source } }
}

/** The same rule for several parameters. */
export function each(names: readonly string[], rule: Rule): Record<string, Rule> {
  return Object.fromEntries(names.map((name) => [name, rule]))
}

/** Parameters that are sent although nobody has seen what comes of it. */
export function notVerified(title: string, names: readonly string[]): Record<string, Rule> {
  return each(names, { reason: `Not verified for ${title}` })
}

/** What samplers of open models know and OpenAI does not. */
export const openSampling = ['top_k', 'min_p', 'repetition_penalty'] as const

/** What OpenAI's own service does beside generating text. */
export const openAiServices = [
  'verbosity',
  'prediction',
  'safety_identifier',
  'prompt_cache_key',
  'metadata',
  'store',
  'service_tier',
] as const

/** A page, and the day on which it was read. */
export function read(url: string, day = '2026-11-23'): Source {
  return { url, read: day }
}
