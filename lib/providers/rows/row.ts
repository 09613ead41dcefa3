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
    refused: {},
    limited: {},
    unverified: {},
    rename: {},
    inBody: [],
    extraBody: 'merge',
    ...given,
  }
}

/** The same rule for several parameters. */
export function each(names: readonly string[], rule: Rule): Record<string, Rule> {
  return Object.fromEntries(names.map((name) => [name, rule]))
}

/** A page, and the day on which it was read. */
export function read(url: string, day = '2026-11-23'): Source {
  return { url, read: day }
}
