import { notVerified, openAiServices, openSampling, read, row } from './row.ts'

/** Your own LiteLLM proxy. It knows its models' parameters itself, and drops or refuses by them. */
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
  logprobsRequest: 'boolean',
  source: read('https://docs.litellm.ai/docs/proxy/user_keys'),
})

const openrouterReference = read('https://openrouter.ai/docs/api-reference/parameters')

export const openrouter = row({
  id: 'openrouter',
  title: 'OpenRouter',
  summary: 'One key for the models of many vendors, each with parameters of its own.',
  kind: 'gateway',
  prefixes: ['openrouter'],
  ownPrefixes: 'any',
  endpoint: 'https://openrouter.ai/api/v1',
  keyVariable: 'OPENROUTER_API_KEY',
  unverified: notVerified('OpenRouter', [
    'n',
    'max_completion_tokens',
    'reasoning_effort',
    'user',
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: openrouterReference,
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
  unverified: notVerified('Hugging Face', [
    'reasoning_effort',
    'n',
    'logit_bias',
    'max_completion_tokens',
    'parallel_tool_calls',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  source: read('https://huggingface.co/docs/inference-providers/tasks/chat-completion'),
})

export const github = row({
  id: 'github',
  title: 'GitHub Models',
  summary: 'Models of several vendors, with a GitHub token as the key.',
  kind: 'gateway',
  prefixes: ['github'],
  ownPrefixes: 'any',
  endpoint: 'https://models.github.ai/inference',
  modelsPath: null,
  keyVariable: 'GITHUB_API_KEY',
  unverified: notVerified('GitHub Models', [
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'max_completion_tokens',
    'user',
    'reasoning_effort',
    'parallel_tool_calls',
    ...openSampling,
    ...openAiServices,
  ]),
  source: read('https://docs.github.com/en/rest/models/inference'),
})
