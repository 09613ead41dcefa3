import * as z from 'zod'
import { each, notVerified, openAiServices, openSampling, read, row } from './row.ts'

const groqLayer = read('https://console.groq.com/docs/openai')

export const groq = row({
  id: 'groq',
  title: 'Groq',
  summary: 'Open models on Groq’s own chips. What it does not support it answers with 400.',
  kind: 'hosted',
  prefixes: ['groq'],
  ownPrefixes: ['groq', 'openai'],
  endpoint: 'https://api.groq.com/openai/v1',
  keyVariable: 'GROQ_API_KEY',
  refused: each(['logprobs', 'top_logprobs', 'logit_bias'], {
    reason: 'Answered with 400 by Groq',
    source: groqLayer,
  }),
  limited: {
    n: {
      reason: 'One choice only',
      schema: z.int().min(1).max(1),
      source: groqLayer,
    },
  },
  unverified: notVerified('Groq', [
    ...openSampling,
    ...openAiServices.filter((name) => name !== 'service_tier'),
  ]),
  logprobsShape: 'none',
  source: groqLayer,
})

const togetherReference = read('https://docs.together.ai/reference/chat-completions-1')

export const together = row({
  id: 'together_ai',
  title: 'Together AI',
  summary: 'Open models. Log probabilities are asked for with a number and come in the older form.',
  kind: 'hosted',
  prefixes: ['together_ai'],
  ownPrefixes: 'any',
  endpoint: 'https://api.together.xyz/v1',
  keyVariable: 'TOGETHER_API_KEY',
  unverified: notVerified('Together', [
    'stream_options',
    'reasoning_effort',
    'parallel_tool_calls',
    'user',
    ...openAiServices,
  ]),
  rename: { max_completion_tokens: 'max_tokens' },
  logprobsRequest: 'integer',
  logprobsShape: 'legacy',
  source: togetherReference,
})

export const fireworks = row({
  id: 'fireworks_ai',
  title: 'Fireworks AI',
  summary: 'Open models; their ids begin with accounts/.',
  kind: 'hosted',
  prefixes: ['fireworks_ai'],
  endpoint: 'https://api.fireworks.ai/inference/v1',
  keyVariable: 'FIREWORKS_API_KEY',
  unverified: notVerified('Fireworks', [
    'logit_bias',
    'seed',
    'reasoning_effort',
    'parallel_tool_calls',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  source: read('https://docs.fireworks.ai/guides/querying-text-models'),
})

export const cerebras = row({
  id: 'cerebras',
  title: 'Cerebras',
  summary: 'Open models on wafer-scale chips.',
  kind: 'hosted',
  prefixes: ['cerebras'],
  endpoint: 'https://api.cerebras.ai/v1',
  keyVariable: 'CEREBRAS_API_KEY',
  unverified: notVerified('Cerebras', [
    'n',
    'presence_penalty',
    'frequency_penalty',
    'logit_bias',
    'parallel_tool_calls',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: read('https://inference-docs.cerebras.ai/resources/openai'),
})

export const nvidia = row({
  id: 'nvidia_nim',
  title: 'NVIDIA NIM',
  summary: 'Models hosted by NVIDIA.',
  kind: 'hosted',
  prefixes: ['nvidia_nim'],
  ownPrefixes: 'any',
  endpoint: 'https://integrate.api.nvidia.com/v1',
  keyVariable: 'NVIDIA_NIM_API_KEY',
  unverified: notVerified('NVIDIA', [
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'max_completion_tokens',
    'reasoning_effort',
    'parallel_tool_calls',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  source: read('https://docs.api.nvidia.com/nim/reference/llm-apis'),
})

export const deepinfra = row({
  id: 'deepinfra',
  title: 'DeepInfra',
  summary: 'Open models.',
  kind: 'hosted',
  prefixes: ['deepinfra'],
  ownPrefixes: 'any',
  endpoint: 'https://api.deepinfra.com/v1/openai',
  keyVariable: 'DEEPINFRA_API_KEY',
  unverified: notVerified('DeepInfra', [
    'user',
    'max_completion_tokens',
    'reasoning_effort',
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'seed',
    'parallel_tool_calls',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  source: read('https://deepinfra.com/docs/openai_api'),
})

export const sambanova = row({
  id: 'sambanova',
  title: 'SambaNova',
  summary: 'Open models on SambaNova’s chips.',
  kind: 'hosted',
  prefixes: ['sambanova'],
  endpoint: 'https://api.sambanova.ai/v1',
  keyVariable: 'SAMBANOVA_API_KEY',
  unverified: notVerified('SambaNova', [
    'max_completion_tokens',
    'reasoning_effort',
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'seed',
    'parallel_tool_calls',
    'presence_penalty',
    'frequency_penalty',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  source: read('https://docs.sambanova.ai/docs/en/features/openai-compatibility'),
})
