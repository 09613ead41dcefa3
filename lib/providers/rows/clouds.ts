import { read, row } from './row.ts'

export const anthropic = row({
  id: 'anthropic',
  title: 'Anthropic',
  summary: 'Claude models, through Anthropic’s layer for OpenAI clients.',
  kind: 'hosted',
  prefixes: ['anthropic'],
  endpoint: 'https://api.anthropic.com/v1',
  keyVariable: 'ANTHROPIC_API_KEY',
  source: read('https://docs.anthropic.com/en/api/openai-sdk'),
})

export const gemini = row({
  id: 'gemini',
  title: 'Google Gemini',
  summary: 'Gemini models with a key of Google AI Studio.',
  kind: 'hosted',
  prefixes: ['gemini'],
  endpoint: 'https://generativelanguage.googleapis.com/v1beta/openai',
  keyVariable: 'GEMINI_API_KEY',
  source: read('https://ai.google.dev/gemini-api/docs/openai'),
})

export const vertex = row({
  id: 'vertex_ai',
  title: 'Google Vertex AI',
  summary: 'Models of a Google Cloud project; the key is an access token of it.',
  kind: 'hosted',
  prefixes: ['vertex_ai'],
  ownPrefixes: 'any',
  endpointExample:
    'https://REGION-aiplatform.googleapis.com/v1/projects/PROJECT/locations/REGION/endpoints/openapi',
  ownEndpoint: true,
  modelsPath: null,
  keyVariable: 'GOOGLE_OAUTH_ACCESS_TOKEN',
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
  source: read(
    'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-chat-completions.html',
  ),
})
