import { providerOf, providers, type ProviderId } from './catalogue.ts'

/** A model and the provider that its id named. */
export interface NamedModel {
  provider: ProviderId
  /** The id as that provider writes it, without the prefix. */
  model: string
}

const owners = new Map(
  providers.flatMap(({ id, prefixes }) => prefixes.map((prefix) => [prefix, id] as const)),
)

/**
 * Reads `provider/model` as LiteLLM writes it: `anthropic/claude-opus-4`, `openrouter/openai/gpt-4o`.
 * Nothing for an id whose first segment is no provider's prefix, or that names no model after it.
 */
export function splitModelId(id: string): NamedModel | undefined {
  const slash = id.indexOf('/')
  const provider = owners.get(id.slice(0, Math.max(0, slash)))
  const model = id.slice(slash + 1)
  return provider && model.trim() !== '' ? { provider, model } : undefined
}

/**
 * The provider that an id names when it is used at `current`, and the id there. Nothing where the id
 * means itself: it has no known prefix, or ids at `current` begin that way too (`openai/gpt-oss-20b`
 * at Groq, any id at a gateway). The provider can be `current` itself, when its own prefix was typed.
 */
export function providerForModel(id: string, current: ProviderId): NamedModel | undefined {
  const named = splitModelId(id)
  if (!named) return undefined
  const { ownPrefixes } = providerOf(current)
  const prefix = id.slice(0, id.indexOf('/'))
  return ownPrefixes === 'any' || ownPrefixes.includes(prefix) ? undefined : named
}

/** All names by which a mapping may mean a model of a provider: as it is, with the prefix, without. */
export function namesOfModel(id: string, provider: ProviderId): string[] {
  const { prefixes } = providerOf(provider)
  const bare = splitModelId(id)?.model
  return [id, ...prefixes.map((prefix) => `${prefix}/${id}`), ...(bare ? [bare] : [])]
}
