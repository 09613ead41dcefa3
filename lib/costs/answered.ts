import { providerIds, type ProviderId } from '#lib/providers/catalogue.ts'
import { isSameModel } from '#lib/reply/audit/model-names.ts'
import type { Reply } from '#lib/reply/reply.ts'
import { billedTokens, type BilledTokens } from './billed-tokens.ts'

/** What a reply is priced by. */
export interface Answered {
  provider: ProviderId
  /** The address that the request went to. */
  url: string
  /** The names of the model that answered, the most certain one first. */
  models: string[]
  /** Nothing where the provider did not count them. */
  tokens: BilledTokens | undefined
}

/**
 * Who answered in the last try. The model that the reply names goes first; the one asked for counts only
 * where it is the same, or where a LiteLLM proxy says that its group answered. Nothing before an answer.
 */
export function answeredBy(reply: Reply): Answered | undefined {
  const last = reply.attempts.at(-1)
  const provider = providerIds.find((id) => id === last?.provider)
  if (!last || !provider || reply.choices.length === 0) return undefined
  const group = last.headers?.['x-litellm-model-group']
  const asked = reply.model === undefined || isSameModel(last.model, reply.model)
  const names = [reply.model, group, asked ? last.model : undefined]
  const models = [...new Set(names.filter((name) => name !== undefined))]
  return { provider, url: last.request.url, models, tokens: billedTokens(reply.usage) }
}
