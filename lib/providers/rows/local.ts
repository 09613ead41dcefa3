import { read, row } from './row.ts'

/** What servers on one's own machine share: an address that can be changed, and no key unless wanted. */
const local = { kind: 'local', ownEndpoint: true, keyRequired: false, ownPrefixes: 'any' } as const

export const ollama = row({
  ...local,
  id: 'ollama',
  title: 'Ollama',
  summary: 'Models on this machine, run by Ollama.',
  prefixes: ['ollama', 'ollama_chat'],
  endpoint: 'http://127.0.0.1:11434/v1',
  keyVariable: 'OLLAMA_API_KEY',
  source: read('https://docs.ollama.com/api/openai-compatibility'),
})

export const vllm = row({
  ...local,
  id: 'vllm',
  title: 'vLLM',
  summary: 'Models on this machine, served by vLLM.',
  prefixes: ['hosted_vllm', 'vllm'],
  endpoint: 'http://127.0.0.1:8000/v1',
  keyVariable: 'HOSTED_VLLM_API_KEY',
  source: read('https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html'),
})

export const lmStudio = row({
  ...local,
  id: 'lm_studio',
  title: 'LM Studio',
  summary: 'Models on this machine, run by LM Studio.',
  prefixes: ['lm_studio'],
  endpoint: 'http://127.0.0.1:1234/v1',
  keyVariable: 'LM_STUDIO_API_KEY',
  source: read('https://lmstudio.ai/docs/developer/openai-compat'),
})

export const llamacpp = row({
  ...local,
  id: 'llamacpp',
  title: 'llama.cpp',
  summary: 'A model on this machine, served by llama-server or a llamafile.',
  prefixes: ['llamafile'],
  endpoint: 'http://127.0.0.1:8080/v1',
  keyVariable: 'LLAMAFILE_API_KEY',
  source: read('https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md'),
})
