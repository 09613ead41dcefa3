'use client'

import { useSyncExternalStore } from 'react'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { Connection } from '#lib/request/envelope.ts'

/** A key and the one origin that it may be sent to. It lives in this tab's memory only. */
export interface Credential {
  key: string
  origin: string
}

/** What a person said about where to send, beside the preset. Addresses persist, keys never do. */
export interface Connections {
  endpoints: Partial<Record<ProviderId, string>>
  credentials: Partial<Record<ProviderId, Credential>>
  /** The access token of a Nucleus on another machine. */
  access: string
  /** The provider that could not be run for want of an address. */
  wanting?: ProviderId
  /** By provider: the origin of the address that the server fixes, as far as it has said so. */
  bases: Readonly<Record<string, string>>
}

let connections: Connections = { endpoints: {}, credentials: {}, access: '', bases: {} }
const listeners = new Set<() => void>()

/** The connections as they are now. */
export function getConnections(): Connections {
  return connections
}

/** Changes part of the connections and tells everyone who reads them. */
export function updateConnections(change: Partial<Connections>): void {
  connections = { ...connections, ...change }
  for (const listener of listeners) listener()
}

/** Calls `listener` after every change, until the returned function is called. */
export function subscribeConnections(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const initial = connections

/** The connections, re-rendering on change. */
export function useConnections(): Connections {
  return useSyncExternalStore(subscribeConnections, getConnections, () => initial)
}

/**
 * The address that requests of a provider go to: `apiBase`, else what was typed, else the server's
 * own (its origin), else the usual one. In the same order as the server's.
 */
export function addressFor(provider: ProviderId, apiBase: string | undefined): string | undefined {
  const row = providerOf(provider)
  const typed = row.ownEndpoint ? connections.endpoints[provider] : undefined
  const replaced = row.inBody.includes('api_base') ? undefined : apiBase
  return replaced || typed || connections.bases[provider] || row.endpoint
}

/** The origin of an address, or nothing while it is not a whole address. */
export function originOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).origin : undefined
}

/** What travels beside the settings of a request: the typed address, and the key if it belongs there. */
export function connectionFor(provider: ProviderId, apiBase: string | undefined) {
  return {
    ...reachOf(provider, apiBase),
    ...(connections.access ? { access: connections.access } : {}),
  }
}

/** What is known of the other providers that fallbacks name; nothing where there are none. */
export function connectionsFor(others: readonly ProviderId[]) {
  const reaches = Object.fromEntries(others.map((id) => [id, reachOf(id, undefined)]))
  return others.length > 0 ? { connections: reaches } : {}
}

function reachOf(provider: ProviderId, apiBase: string | undefined): Connection {
  const endpoint = providerOf(provider).ownEndpoint ? connections.endpoints[provider] : undefined
  const credential = connections.credentials[provider]
  const fits = credential && credential.origin === originOf(addressFor(provider, apiBase))
  return {
    ...(endpoint ? { endpoint } : {}),
    ...(fits ? { credential } : {}),
  }
}
