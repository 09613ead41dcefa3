import * as z from 'zod'
import type { Rule } from '../provider.ts'
import { each, notVerified, openAiServices, openSampling, read, row } from './row.ts'

const mistralReference = read('https://docs.mistral.ai/api/endpoint/chat')
const mistralMetadata: Rule = {
  reason: 'Answered with 422 by Mistral',
  source: read('https://github.com/OpenHands/OpenHands-CLI/issues/83'),
}

export const mistral = row({
  id: 'mistral',
  title: 'Mistral AI',
  summary: 'Mistral’s own API. It answers keys that it does not know with 422.',
  kind: 'hosted',
  prefixes: ['mistral'],
  endpoint: 'https://api.mistral.ai/v1',
  keyVariable: 'MISTRAL_API_KEY',
  refused: { metadata: mistralMetadata },
  unverified: notVerified('Mistral', [
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'stream_options',
    'reasoning_effort',
    'user',
    ...openSampling,
    'verbosity',
    'safety_identifier',
    'prompt_cache_key',
    'store',
    'service_tier',
  ]),
  rename: { seed: 'random_seed', max_completion_tokens: 'max_tokens' },
  prefill: { style: 'continues', message: { prefix: true }, source: mistralReference },
  source: mistralReference,
})

export const deepseek = row({
  id: 'deepseek',
  title: 'DeepSeek',
  summary: 'DeepSeek’s own API.',
  kind: 'hosted',
  prefixes: ['deepseek'],
  endpoint: 'https://api.deepseek.com',
  keyVariable: 'DEEPSEEK_API_KEY',
  unverified: notVerified('DeepSeek', [
    'n',
    'seed',
    'logit_bias',
    'reasoning_effort',
    'parallel_tool_calls',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  rename: { max_completion_tokens: 'max_tokens' },
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: read('https://api-docs.deepseek.com/api/create-chat-completion'),
})

const xaiReference = read('https://docs.x.ai/docs/api-reference')

export const xai = row({
  id: 'xai',
  title: 'xAI',
  summary: 'Grok models. Those that reason take no penalties and no stop sequences.',
  kind: 'hosted',
  prefixes: ['xai'],
  endpoint: 'https://api.x.ai/v1',
  keyVariable: 'XAI_API_KEY',
  refused: { logit_bias: { reason: 'Not supported by xAI', source: xaiReference } },
  limited: {
    top_logprobs: { reason: 'At most 8', schema: z.int().min(0).max(8), source: xaiReference },
  },
  unverified: notVerified('xAI', [...openSampling, ...openAiServices]),
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: xaiReference,
})

export const perplexity = row({
  id: 'perplexity',
  title: 'Perplexity',
  summary: 'Sonar models, which search the web.',
  kind: 'hosted',
  prefixes: ['perplexity'],
  endpoint: 'https://api.perplexity.ai',
  modelsPath: null,
  keyVariable: 'PERPLEXITY_API_KEY',
  unverified: notVerified('Perplexity', [
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'seed',
    'stop',
    'tools',
    'tool_choice',
    'parallel_tool_calls',
    'max_completion_tokens',
    'user',
    'min_p',
    'repetition_penalty',
    ...openAiServices,
  ]),
  notice: {
    reason:
      'Perplexity announced the end of its chat completions for 27 September 2026. Its newer Agent API has another format.',
    source: read('https://github.com/vercel/ai/releases/tag/@ai-sdk%2Fperplexity@3.1.0'),
  },
  source: read('https://docs.perplexity.ai/docs/sonar/openai-compatibility'),
})

const cohereLayer = read('https://docs.cohere.com/docs/compatibility-api')
const notByCohere: Rule = { reason: 'Not supported by Cohere', source: cohereLayer }

export const cohere = row({
  id: 'cohere',
  title: 'Cohere',
  summary: 'Command models, through Cohere’s layer for OpenAI clients.',
  kind: 'hosted',
  prefixes: ['cohere', 'cohere_chat'],
  endpoint: 'https://api.cohere.ai/compatibility/v1',
  keyVariable: 'COHERE_API_KEY',
  refused: {
    ...each(['top_logprobs', 'logit_bias', 'n', 'parallel_tool_calls'], notByCohere),
    ...each(['prediction', 'metadata', 'store', 'service_tier'], notByCohere),
  },
  limited: {
    reasoning_effort: {
      reason: 'none or high',
      schema: z.enum(['none', 'high']),
      source: cohereLayer,
    },
  },
  unverified: notVerified('Cohere', [
    'logprobs',
    'tool_choice',
    'user',
    ...openSampling,
    'verbosity',
    'safety_identifier',
    'prompt_cache_key',
  ]),
  rename: { max_completion_tokens: 'max_tokens' },
  source: cohereLayer,
})
