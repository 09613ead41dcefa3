import type { Rule } from '../provider.ts'
import { each, row } from './row.ts'

const inside: Rule = { reason: 'Runs inside Nucleus' }
const noEffect: Rule = { reason: 'Not used by this model' }

/**
 * The model that is part of Nucleus. Its rules need no source, being about our own code, and they
 * cannot be lifted: the model itself would not act on what was sent anyway.
 */
export const teaching = row({
  id: 'teaching',
  title: 'Teaching model',
  summary: 'A small language model inside Nucleus. No key, no network, no cost.',
  kind: 'built-in',
  route: 'in-process',
  onlyModel: 'nucleus-teaching-1',
  auth: 'none',
  keyRequired: false,
  refused: {
    ...each(['api_base', 'api_version', 'num_retries', 'timeout', 'fallbacks'], inside),
    ...each(['reasoning_effort', 'verbosity', 'prediction', 'user'], noEffect),
    ...each(['safety_identifier', 'prompt_cache_key', 'metadata'], noEffect),
    ...each(['store', 'service_tier'], noEffect),
    send_anyway: { reason: 'Its limits are its own' },
  },
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  textOnly: true,
  prefill: { style: 'continues', tokenIds: 'prefix_token_ids' },
})
