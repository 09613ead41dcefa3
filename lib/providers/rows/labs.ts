import { read, row } from './row.ts'

export const mistral = row({
  id: 'mistral',
  title: 'Mistral AI',
  summary: 'Mistral’s own API.',
  kind: 'hosted',
  prefixes: ['mistral'],
  endpoint: 'https://api.mistral.ai/v1',
  keyVariable: 'MISTRAL_API_KEY',
  source: read('https://docs.mistral.ai/api/endpoint/chat'),
})

export const deepseek = row({
  id: 'deepseek',
  title: 'DeepSeek',
  summary: 'DeepSeek’s own API.',
  kind: 'hosted',
  prefixes: ['deepseek'],
  endpoint: 'https://api.deepseek.com',
  keyVariable: 'DEEPSEEK_API_KEY',
  source: read('https://api-docs.deepseek.com/api/create-chat-completion'),
})

export const xai = row({
  id: 'xai',
  title: 'xAI',
  summary: 'Grok models.',
  kind: 'hosted',
  prefixes: ['xai'],
  endpoint: 'https://api.x.ai/v1',
  keyVariable: 'XAI_API_KEY',
  source: read('https://docs.x.ai/docs/api-reference'),
})

export const perplexity = row({
  id: 'perplexity',
  title: 'Perplexity',
  summary: 'Sonar models, which search the web.',
  kind: 'hosted',
  prefixes: ['perplexity'],
  endpoint: 'https://api.perplexity.ai',
  keyVariable: 'PERPLEXITY_API_KEY',
  modelsPath: null,
  source: read('https://docs.perplexity.ai/api-reference/chat-completions-post'),
})

export const cohere = row({
  id: 'cohere',
  title: 'Cohere',
  summary: 'Command models, through Cohere’s layer for OpenAI clients.',
  kind: 'hosted',
  prefixes: ['cohere', 'cohere_chat'],
  endpoint: 'https://api.cohere.ai/compatibility/v1',
  keyVariable: 'COHERE_API_KEY',
  source: read('https://docs.cohere.com/docs/compatibility-api'),
})

export const moonshot = row({
  id: 'moonshot',
  title: 'Moonshot AI',
  summary: 'Kimi models.',
  kind: 'hosted',
  prefixes: ['moonshot'],
  endpoint: 'https://api.moonshot.ai/v1',
  keyVariable: 'MOONSHOT_API_KEY',
  source: read('https://platform.moonshot.ai/docs/api/chat'),
})

export const dashscope = row({
  id: 'dashscope',
  title: 'Alibaba DashScope',
  summary: 'Qwen models.',
  kind: 'hosted',
  prefixes: ['dashscope'],
  endpoint: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
  keyVariable: 'DASHSCOPE_API_KEY',
  source: read(
    'https://www.alibabacloud.com/help/en/model-studio/compatibility-of-openai-with-dashscope',
  ),
})
