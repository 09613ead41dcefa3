import { read, row } from './row.ts'

/** Services that pass requests on to many vendors; their ids name the vendor first. */
export const litellm = row({
  id: 'litellm',
  title: 'LiteLLM proxy',
  summary: 'Your own LiteLLM proxy, and through it a hundred providers.',
  kind: 'gateway',
  route: 'proxy',
  prefixes: ['litellm_proxy'],
  ownPrefixes: 'any',
  endpoint: 'http://127.0.0.1:4000/v1',
  ownEndpoint: true,
  keyRequired: false,
  keyVariable: 'LITELLM_API_KEY',
  inBody: ['api_base', 'api_version', 'num_retries', 'timeout', 'fallbacks'],
  extraBody: 'key',
  source: read('https://docs.litellm.ai/docs/proxy/user_keys'),
})

export const openrouter = row({
  id: 'openrouter',
  title: 'OpenRouter',
  summary: 'One key for the models of many vendors.',
  kind: 'gateway',
  prefixes: ['openrouter'],
  ownPrefixes: 'any',
  endpoint: 'https://openrouter.ai/api/v1',
  keyVariable: 'OPENROUTER_API_KEY',
  source: read('https://openrouter.ai/docs/api-reference/overview'),
})

export const huggingface = row({
  id: 'huggingface',
  title: 'Hugging Face',
  summary: 'Open models, served by the inference providers that Hugging Face routes to.',
  kind: 'gateway',
  prefixes: ['huggingface'],
  ownPrefixes: 'any',
  endpoint: 'https://router.huggingface.co/v1',
  keyVariable: 'HF_TOKEN',
  source: read('https://huggingface.co/docs/inference-providers/index'),
})

export const github = row({
  id: 'github',
  title: 'GitHub Models',
  summary: 'Models that can be tried with a GitHub token.',
  kind: 'gateway',
  prefixes: ['github'],
  ownPrefixes: 'any',
  endpoint: 'https://models.github.ai/inference',
  modelsPath: null,
  keyVariable: 'GITHUB_API_KEY',
  source: read('https://docs.github.com/en/rest/models/inference'),
})
