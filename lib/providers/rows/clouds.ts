import * as z from 'zod'
import type { Rule } from '../provider.ts'
import { each, notVerified, openAiServices, openSampling, read, row } from './row.ts'

const anthropicSdk = read('https://platform.claude.com/docs/en/api/openai-sdk')
const ignored: Rule = { reason: 'Ignored by Anthropic', source: anthropicSdk }

export const anthropic = row({
  id: 'anthropic',
  title: 'Anthropic',
  summary: 'Claude models, through Anthropic’s layer for OpenAI clients.',
  kind: 'hosted',
  prefixes: ['anthropic'],
  endpoint: 'https://api.anthropic.com/v1',
  keyVariable: 'ANTHROPIC_API_KEY',
  refused: {
    ...each(['logprobs', 'top_logprobs', 'logit_bias', 'seed'], ignored),
    ...each(['presence_penalty', 'frequency_penalty', 'response_format'], ignored),
    ...each(['reasoning_effort', 'prediction', 'user'], ignored),
    ...each(['metadata', 'store', 'service_tier'], ignored),
  },
  limited: {
    n: {
      reason: 'One choice only',
      schema: z.int().min(1).max(1),
      source: anthropicSdk,
    },
    temperature: {
      reason: 'At most 1',
      schema: z.number().min(0).max(1),
      source: anthropicSdk,
    },
  },
  unverified: notVerified('Anthropic', [
    ...openSampling,
    'verbosity',
    'safety_identifier',
    'prompt_cache_key',
  ]),
  logprobsShape: 'none',
  source: anthropicSdk,
})

const googleUnverified = [
  'max_completion_tokens',
  'n',
  'logprobs',
  'top_logprobs',
  'logit_bias',
  'seed',
  'presence_penalty',
  'frequency_penalty',
  'parallel_tool_calls',
  'user',
  ...openSampling,
  ...openAiServices.filter((name) => name !== 'service_tier'),
]

export const gemini = row({
  id: 'gemini',
  title: 'Google Gemini',
  summary: 'Gemini models with a key of Google AI Studio.',
  kind: 'hosted',
  prefixes: ['gemini'],
  endpoint: 'https://generativelanguage.googleapis.com/v1beta/openai',
  keyVariable: 'GEMINI_API_KEY',
  unverified: notVerified('Gemini', googleUnverified),
  logprobsRequest: 'boolean',
  source: read('https://ai.google.dev/gemini-api/docs/openai'),
})

export const vertex = row({
  id: 'vertex_ai',
  title: 'Google Vertex AI',
  summary: 'Models of a Google Cloud project; the key is an access token of it, good for an hour.',
  kind: 'hosted',
  prefixes: ['vertex_ai'],
  ownPrefixes: 'any',
  endpointExample:
    'https://REGION-aiplatform.googleapis.com/v1/projects/PROJECT/locations/REGION/endpoints/openapi',
  ownEndpoint: true,
  modelsPath: null,
  keyVariable: 'GOOGLE_OAUTH_ACCESS_TOKEN',
  unverified: notVerified('Vertex AI', [...googleUnverified, 'service_tier']),
  logprobsRequest: 'boolean',
  source: read('https://cloud.google.com/vertex-ai/generative-ai/docs/migrate/openai/overview'),
})

export const bedrock = row({
  id: 'bedrock',
  title: 'Amazon Bedrock',
  summary: 'Models of an AWS region, with a Bedrock API key.',
  kind: 'hosted',
  prefixes: ['bedrock'],
  endpointExample: 'https://bedrock-mantle.REGION.api.aws/v1',
  ownEndpoint: true,
  keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
  unverified: notVerified('Bedrock', [
    'max_completion_tokens',
    'reasoning_effort',
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'seed',
    'presence_penalty',
    'frequency_penalty',
    'parallel_tool_calls',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  source: read(
    'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-chat-completions.html',
  ),
})
