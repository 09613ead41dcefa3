import { notVerified, openAiServices, openSampling, read, row } from './row.ts'

const partial = { style: 'continues', message: { partial: true } } as const

export const moonshot = row({
  id: 'moonshot',
  title: 'Moonshot AI',
  summary: 'Kimi models. In China the address is https://api.moonshot.cn/v1.',
  kind: 'hosted',
  prefixes: ['moonshot'],
  endpoint: 'https://api.moonshot.ai/v1',
  ownEndpoint: true,
  keyVariable: 'MOONSHOT_API_KEY',
  unverified: notVerified('Moonshot', [
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'seed',
    'max_completion_tokens',
    'reasoning_effort',
    'parallel_tool_calls',
    'user',
    ...openSampling,
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  prefill: {
    ...partial,
    source: read('https://github.com/vercel/ai/releases/tag/@ai-sdk%2Fmoonshotai@2.0.53'),
  },
  source: read('https://platform.kimi.ai/docs/overview'),
})

export const dashscope = row({
  id: 'dashscope',
  title: 'Alibaba DashScope',
  summary:
    'Qwen models. A key belongs to its region: this is Singapore’s address, Beijing’s is https://dashscope.aliyuncs.com/compatible-mode/v1.',
  kind: 'hosted',
  prefixes: ['dashscope'],
  endpoint: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
  ownEndpoint: true,
  keyVariable: 'DASHSCOPE_API_KEY',
  unverified: notVerified('DashScope', [
    'n',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'frequency_penalty',
    'max_completion_tokens',
    'reasoning_effort',
    'user',
    'min_p',
    'repetition_penalty',
    ...openAiServices,
  ]),
  logprobsRequest: 'boolean',
  prefill: {
    ...partial,
    source: read('https://www.alibabacloud.com/help/en/model-studio/partial-mode'),
  },
  source: read(
    'https://www.alibabacloud.com/help/en/model-studio/compatibility-of-openai-with-dashscope',
  ),
})
