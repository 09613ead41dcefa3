import { read, row } from './row.ts'

export const groq = row({
  id: 'groq',
  title: 'Groq',
  summary: 'Open models on Groq’s own chips.',
  kind: 'hosted',
  prefixes: ['groq'],
  endpoint: 'https://api.groq.com/openai/v1',
  keyVariable: 'GROQ_API_KEY',
  ownPrefixes: ['groq', 'openai'],
  source: read('https://console.groq.com/docs/openai'),
})

export const together = row({
  id: 'together_ai',
  title: 'Together AI',
  summary: 'Open models, many of them with logprobs.',
  kind: 'hosted',
  prefixes: ['together_ai'],
  endpoint: 'https://api.together.xyz/v1',
  keyVariable: 'TOGETHER_API_KEY',
  ownPrefixes: 'any',
  source: read('https://docs.together.ai/reference/chat-completions-1'),
})

export const fireworks = row({
  id: 'fireworks_ai',
  title: 'Fireworks AI',
  summary: 'Open models; ids begin with accounts/.',
  kind: 'hosted',
  prefixes: ['fireworks_ai'],
  endpoint: 'https://api.fireworks.ai/inference/v1',
  keyVariable: 'FIREWORKS_API_KEY',
  source: read('https://docs.fireworks.ai/api-reference/post-chatcompletions'),
})

export const cerebras = row({
  id: 'cerebras',
  title: 'Cerebras',
  summary: 'Open models on wafer-scale chips.',
  kind: 'hosted',
  prefixes: ['cerebras'],
  endpoint: 'https://api.cerebras.ai/v1',
  keyVariable: 'CEREBRAS_API_KEY',
  source: read('https://inference-docs.cerebras.ai/resources/openai'),
})

export const nvidia = row({
  id: 'nvidia_nim',
  title: 'NVIDIA NIM',
  summary: 'Models hosted by NVIDIA.',
  kind: 'hosted',
  prefixes: ['nvidia_nim'],
  endpoint: 'https://integrate.api.nvidia.com/v1',
  keyVariable: 'NVIDIA_NIM_API_KEY',
  ownPrefixes: 'any',
  source: read('https://docs.api.nvidia.com/nim/reference/llm-apis'),
})

export const deepinfra = row({
  id: 'deepinfra',
  title: 'DeepInfra',
  summary: 'Open models.',
  kind: 'hosted',
  prefixes: ['deepinfra'],
  endpoint: 'https://api.deepinfra.com/v1/openai',
  keyVariable: 'DEEPINFRA_API_KEY',
  ownPrefixes: 'any',
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
  source: read('https://docs.sambanova.ai/docs/en/api-reference/overview'),
})
