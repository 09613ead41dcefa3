import type { Provider } from './provider.ts'

/** The address that takes a request for `model`, with the API version where the address carries one. */
export function completionsUrl(
  base: string,
  provider: Provider,
  model: string,
  apiVersion?: string,
): string {
  const path = provider.path ?? '/chat/completions'
  return withVersion(
    trimmed(base) + path.replace('{model}', encodeURIComponent(model)),
    provider,
    apiVersion,
  )
}

/** The address that lists a provider's models; nothing where it has none. */
export function modelsUrl(
  base: string,
  provider: Provider,
  apiVersion?: string,
): string | undefined {
  const path = provider.modelsPath === undefined ? '/models' : provider.modelsPath
  return path === null ? undefined : withVersion(trimmed(base) + path, provider, apiVersion)
}

/** The header that carries a key to a provider; nothing where it takes none. */
export function keyHeader(provider: Provider, key: string): Record<string, string> {
  if (provider.auth === 'none') return {}
  return provider.auth === 'bearer' ? { authorization: `Bearer ${key}` } : { [provider.auth]: key }
}

/** The headers of every request beside the key. */
export function plainHeaders(streamed: boolean): Record<string, string> {
  const accept = streamed ? 'text/event-stream' : 'application/json'
  return { 'content-type': 'application/json', accept }
}

/** What decides which base address a request goes to. */
export interface AddressChoice {
  /** `api_base`, where it is an address and not a key of the body. */
  apiBase?: string | undefined
  /** The address typed for the provider. */
  endpoint?: string | undefined
  /** The address that the operator of the server set for the provider. */
  operators?: string | undefined
}

/**
 * The base address of a request, `api_base` before what was typed, that before the operator's, and
 * the provider's usual one last; nothing where there is none. `fixed` says that it is the operator's.
 */
export function chooseBase(
  provider: Provider,
  { apiBase, endpoint, operators }: AddressChoice,
): { address: string; fixed: boolean } | undefined {
  const typed = apiBase ?? (provider.ownEndpoint ? endpoint : undefined)
  if (typed === undefined && operators !== undefined) return { address: operators, fixed: true }
  const address = typed ?? provider.endpoint
  return address === undefined ? undefined : { address, fixed: false }
}

function trimmed(base: string): string {
  return base.replace(/\/+$/, '')
}

/** A version comes this far only where the provider takes one, or the person insisted. */
function withVersion(url: string, provider: Provider, version: string | undefined): string {
  const name = provider.versionQuery ?? 'api-version'
  return version ? `${url}?${name}=${encodeURIComponent(version)}` : url
}
