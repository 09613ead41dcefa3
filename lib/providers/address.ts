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

function trimmed(base: string): string {
  return base.replace(/\/+$/, '')
}

/** A version comes this far only where the provider takes one, or the person insisted. */
function withVersion(url: string, provider: Provider, version: string | undefined): string {
  const name = provider.versionQuery ?? 'api-version'
  return version ? `${url}?${name}=${encodeURIComponent(version)}` : url
}
