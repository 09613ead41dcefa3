import * as z from 'zod'
import { each, notVerified, openAiServices, openSampling, read, row } from './row.ts'

/** What servers on one's own machine share: an address that can be changed, and no key unless wanted. */
const local = { kind: 'local', ownEndpoint: true, keyRequired: false, ownPrefixes: 'any' } as const

const ollamaLayer = read('https://docs.ollama.com/api/openai-compatibility')

export const ollama = row({
  ...local,
  id: 'ollama',
  title: 'Ollama',
  summary: 'Models on this machine, run by Ollama. It ignores keys.',
  prefixes: ['ollama', 'ollama_chat'],
  endpoint: 'http://127.0.0.1:11434/v1',
  keyVariable: 'OLLAMA_API_KEY',
  refused: each(['tool_choice', 'logit_bias', 'user', 'n'], {
    reason: 'Not supported by Ollama',
    source: ollamaLayer,
  }),
  limited: {
    reasoning_effort: {
      reason: 'none, low, medium or high',
      schema: z.enum(['none', 'low', 'medium', 'high']),
      source: ollamaLayer,
    },
  },
  unverified: notVerified('Ollama', ['parallel_tool_calls', ...openSampling, ...openAiServices]),
  rename: { max_completion_tokens: 'max_tokens' },
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: ollamaLayer,
})

const vllmServer = read('https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html')

export const vllm = row({
  ...local,
  id: 'vllm',
  title: 'vLLM',
  summary: 'Models on this machine, served by vLLM. Its --max-logprobs is 20 unless set.',
  prefixes: ['hosted_vllm', 'vllm'],
  endpoint: 'http://127.0.0.1:8000/v1',
  keyVariable: 'HOSTED_VLLM_API_KEY',
  unverified: notVerified('vLLM', openAiServices),
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  prefill: {
    style: 'continues',
    body: { add_generation_prompt: false, continue_final_message: true },
    source: vllmServer,
  },
  source: vllmServer,
})

export const lmStudio = row({
  ...local,
  id: 'lm_studio',
  title: 'LM Studio',
  summary: 'Models on this machine, run by LM Studio.',
  prefixes: ['lm_studio'],
  endpoint: 'http://127.0.0.1:1234/v1',
  keyVariable: 'LM_STUDIO_API_KEY',
  unverified: notVerified('LM Studio', [
    'n',
    'logprobs',
    'top_logprobs',
    'min_p',
    'stream_options',
    'reasoning_effort',
    'parallel_tool_calls',
    'user',
    ...openAiServices,
  ]),
  rename: { repetition_penalty: 'repeat_penalty', max_completion_tokens: 'max_tokens' },
  logprobsRequest: 'boolean',
  source: read('https://lmstudio.ai/docs/developer/openai-compat/chat-completions'),
})

const llamaServer = read('https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md')

export const llamacpp = row({
  ...local,
  id: 'llamacpp',
  title: 'llama.cpp',
  summary: 'A model on this machine, served by llama-server or a llamafile.',
  prefixes: ['llamafile'],
  endpoint: 'http://127.0.0.1:8080/v1',
  keyVariable: 'LLAMAFILE_API_KEY',
  unverified: notVerified('llama.cpp', ['n', 'reasoning_effort', 'user', ...openAiServices]),
  rename: { repetition_penalty: 'repeat_penalty' },
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  prefill: { style: 'continues', source: llamaServer },
  source: llamaServer,
})
