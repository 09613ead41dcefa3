import { providerOf, providers, type ProviderId } from './catalogue.ts'

/** A model's id taken apart into the provider that LiteLLM's prefix names and the provider's own id. */
export interface SplitModelId {
  provider: ProviderId
  model: string
}

/** Splits `anthropic/claude-opus-4`; nothing where what stands before the slash is no prefix. */
export function splitModelId(id: string): SplitModelId | undefined {
  const at = id.indexOf('/')
  const prefix = id.slice(0, Math.max(at, 0))
  const row = providers.find(({ prefixes }) => prefixes.includes(prefix))
  // Every row of the catalogue has an id of its list.
  return row && { provider: row.id as ProviderId, model: id.slice(at + 1) }
}

/** The other provider that a model's id names; nothing where it is an id of the current provider. */
export function providerForModel(id: string, current: ProviderId): SplitModelId | undefined {
  const { route, kind } = providerOf(current)
  if (route !== 'direct' || kind === 'custom' || kind === 'local') return undefined
  return splitModelId(id)
}

/** All names by which a mapping may mean a model of a provider: as it is, with the prefix, without. */
export function namesOfModel(id: string, provider: ProviderId): string[] {
  const { prefixes } = providerOf(provider)
  const bare = splitModelId(id)?.model
  return [id, ...prefixes.map((prefix) => `${prefix}/${id}`), ...(bare ? [bare] : [])]
}
