import * as z from 'zod'
import type { Provider, Rule, Source } from './provider.ts'

/** The ids of all providers, in the order of the menu. */
export const providerIds = ['teaching', 'litellm', 'openai', 'openai_compatible'] as const
export type ProviderId = (typeof providerIds)[number]

const inside: Rule = { reason: 'Runs inside Nucleus' }
const noEffect: Rule = { reason: 'Not used by this model' }
const noTools: Rule = { reason: 'Cannot call tools' }

const openAiReference: Source = {
  url: 'https://platform.openai.com/docs/api-reference/chat/create',
  read: '2026-08-20',
}

const openAiMetadata = z
  .record(
    z.string().max(64, 'OpenAI allows keys of at most 64 characters.'),
    z
      .string('OpenAI takes text values only. Write the value in quotes.')
      .max(512, 'OpenAI allows values of at most 512 characters.'),
  )
  .refine((pairs) => Object.keys(pairs).length <= 16, 'OpenAI allows at most 16 pairs.')

const teaching: Provider = {
  id: 'teaching',
  title: 'Teaching model',
  summary: 'A small language model inside Nucleus. No key, no network, no cost.',
  kind: 'built-in',
  prefixes: [],
  route: 'in-process',
  onlyModel: 'nucleus-teaching-1',
  ownEndpoint: false,
  auth: 'none',
  keyRequired: false,
  refused: {
    api_base: inside,
    api_version: inside,
    num_retries: inside,
    timeout: inside,
    fallbacks: inside,
    tools: noTools,
    tool_choice: noTools,
    parallel_tool_calls: noTools,
    reasoning_effort: noEffect,
    verbosity: noEffect,
    prediction: noEffect,
    user: noEffect,
    safety_identifier: noEffect,
    prompt_cache_key: noEffect,
    metadata: noEffect,
    store: noEffect,
    service_tier: noEffect,
  },
  limited: {
    response_format: {
      reason: 'Plain text only',
      schema: z.looseObject({
        type: z.literal('text', 'The teaching model writes plain text only: {"type": "text"}.'),
      }),
    },
  },
  unverified: {},
  rename: {},
  inBody: [],
  extraBody: 'merge',
}

const litellm: Provider = {
  id: 'litellm',
  title: 'LiteLLM proxy',
  summary: 'Your own LiteLLM proxy, and through it a hundred providers.',
  kind: 'gateway',
  prefixes: ['litellm_proxy'],
  route: 'proxy',
  endpoint: 'http://127.0.0.1:4000/v1',
  ownEndpoint: true,
  auth: 'bearer',
  keyRequired: false,
  keyVariable: 'LITELLM_API_KEY',
  refused: {},
  limited: {},
  unverified: {},
  rename: {},
  inBody: ['api_base', 'api_version', 'num_retries', 'timeout', 'fallbacks'],
  extraBody: 'key',
}

const openai: Provider = {
  id: 'openai',
  title: 'OpenAI',
  summary: 'OpenAI’s own API, with your key or the server’s.',
  kind: 'hosted',
  prefixes: ['openai'],
  route: 'direct',
  endpoint: 'https://api.openai.com/v1',
  ownEndpoint: false,
  auth: 'bearer',
  keyRequired: true,
  keyVariable: 'OPENAI_API_KEY',
  refused: {
    api_version: { reason: 'OpenAI has no API versions', source: openAiReference },
    top_k: { reason: 'Not supported by OpenAI', source: openAiReference },
    min_p: { reason: 'Not supported by OpenAI', source: openAiReference },
    repetition_penalty: { reason: 'Not supported by OpenAI', source: openAiReference },
  },
  limited: {
    metadata: {
      reason: 'At most 16 pairs of texts',
      schema: openAiMetadata,
      source: openAiReference,
    },
  },
  unverified: {},
  rename: {},
  inBody: [],
  extraBody: 'merge',
}

const compatible: Provider = {
  id: 'openai_compatible',
  title: 'OpenAI-compatible',
  summary: 'Any server that speaks OpenAI’s format: vLLM, Ollama, llama.cpp, LM Studio and others.',
  kind: 'custom',
  prefixes: [],
  route: 'direct',
  endpoint: 'http://127.0.0.1:8000/v1',
  ownEndpoint: true,
  auth: 'bearer',
  keyRequired: false,
  refused: {},
  limited: {},
  unverified: {},
  rename: {},
  inBody: [],
  extraBody: 'merge',
  versionQuery: 'api-version',
}

const rows: Record<ProviderId, Provider> = {
  teaching,
  litellm,
  openai,
  openai_compatible: compatible,
}

/** Every provider, in the order of the menu. */
export const providers: readonly Provider[] = providerIds.map((id) => rows[id])

/** The row of a provider. */
export function providerOf(id: ProviderId): Provider {
  return rows[id]
}
