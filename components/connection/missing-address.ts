'use client'

import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { addressFor, getConnections, updateConnections } from './connection-store.ts'

/**
 * Why a run has nowhere to go, one sentence; nothing where it has. The address field then says the
 * same. An address that the operator set is an address too.
 */
export function missingAddress(
  provider: ProviderId,
  apiBase: string | undefined,
): string | undefined {
  const row = providerOf(provider)
  if (row.route === 'in-process') return undefined
  const typed = row.ownEndpoint && !apiBase ? (getConnections().endpoints[provider] ?? '') : ''
  if (typed !== '' && !isAddress(typed)) return malformed(provider)
  if (addressFor(provider, apiBase)) return undefined
  updateConnections({ wanting: provider })
  return absent(provider)
}

/** What is wrong with the address typed for a provider; an empty one only once a run wanted it. */
export function addressProblem(
  provider: ProviderId,
  typed: string,
  wanting: ProviderId | undefined,
): string | undefined {
  if (typed !== '') return isAddress(typed) ? undefined : malformed(provider)
  const { endpoint } = providerOf(provider)
  return wanting === provider && endpoint === undefined ? absent(provider) : undefined
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s?#]+$/.test(text)
}

function malformed(provider: ProviderId): string {
  return `Write an address such as ${exampleOf(provider)}, without ? or #.`
}

function absent(provider: ProviderId): string {
  return `${providerOf(provider).title} needs an address, such as ${exampleOf(provider)}.`
}

function exampleOf(provider: ProviderId): string {
  const { endpoint, endpointExample } = providerOf(provider)
  return endpointExample ?? endpoint ?? 'https://api.example.com/v1'
}
