import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterNames } from '#lib/parameters/index.ts'
import { groupInfoUrl } from './group-info.ts'
import { infoOf, type ModelInfo } from './model-info.ts'
import { mergeLists, mostModels, readGroupList, readModelList } from './read-list.ts'
import { litellmVocabulary, openRouterVocabulary, toolVocabulary } from './unlisted.ts'

/** The models read from a body, or the message why there are none; undefined fields left out. */
function read(body: unknown, by = readModelList): ModelInfo[] | string {
  const result = by(JSON.stringify(body))
  return result.ok ? plain(result.value) : result.error.message
}

function plain(models: ModelInfo[]): ModelInfo[] {
  return JSON.parse(JSON.stringify(models)) as ModelInfo[]
}

describe('readModelList', () => {
  it('reads OpenAI’s list, sorted and without repeats', () => {
    const data = [{ id: 'b', object: 'model', created: 1 }, { id: 'a' }, { id: 'b' }]
    expect(read({ object: 'list', data })).toEqual([{ id: 'a' }, { id: 'b' }])
  })

  it('reads what OpenRouter tells: limits, prices per token as texts, supported parameters', () => {
    const [model] = read({
      data: [
        {
          id: 'acme/large',
          context_length: 200_000,
          top_provider: { context_length: 200_000, max_completion_tokens: 64_000 },
          pricing: {
            prompt: '0.000003',
            completion: '0.000015',
            input_cache_read: '0.0000003',
            request: '0',
          },
          supported_parameters: [
            'max_tokens',
            'temperature',
            'structured_outputs',
            'reasoning',
            'tools',
            'tool_choice',
            'stop',
          ],
        },
      ],
    }) as ModelInfo[]
    expect(model).toMatchObject({
      contextTokens: 200_000,
      outputTokens: 64_000,
      pricePerMillion: { input: 3, output: 15, cachedInput: 0.3 },
    })
    expect(model?.unlisted).toContain('top_k')
    expect(model?.unlisted).toContain('logprobs')
    for (const listed of ['max_completion_tokens', 'response_format', 'reasoning_effort', 'tools'])
      expect(model?.unlisted).not.toContain(listed)
    // OpenRouter's vocabulary has no word for these.
    for (const unspoken of ['n', 'user', 'metadata', 'stream'])
      expect(model?.unlisted).not.toContain(unspoken)
  })

  it('keeps a free model free, and an unknown price unknown', () => {
    const priced = (pricing: unknown) =>
      (read([{ id: 'm', pricing }]) as ModelInfo[])[0]?.pricePerMillion
    expect(priced({ prompt: '0', completion: '0' })).toEqual({ input: 0, output: 0 })
    expect(priced({ prompt: '-1', completion: '-1' })).toBeUndefined()
    expect(priced({ prompt: '0', completion: '0', request: '0.01' })).toBeUndefined()
    expect(priced({ prompt: 'x', completion: '1' })).toBeUndefined()
    expect(priced({ prompt: '1e9', completion: '0.1' })).toBeUndefined()
    expect(priced({ hourly: 0, input: 0, output: 0 })).toBeUndefined()
    expect(priced({ input: 0.18, output: 0.59 })).toEqual({ input: 0.18, output: 0.59 })
    // Vercel writes texts per token under Together's names; a number is what is believed there.
    expect(priced({ input: '0.0000001', output: '0.0000004' })).toBeUndefined()
  })

  it.each([
    ['vLLM', { id: 'm', max_model_len: 4096 }, { contextTokens: 4096 }],
    [
      'Groq',
      { id: 'm', context_window: 131_072, max_completion_tokens: 32_768 },
      { contextTokens: 131_072, outputTokens: 32_768 },
    ],
    ['llama.cpp', { id: 'm', meta: { n_ctx_train: 8192 } }, { contextTokens: 8192 }],
    [
      'GitHub Models',
      {
        id: 'm',
        capabilities: ['streaming'],
        limits: { max_input_tokens: 1000, max_output_tokens: 500 },
      },
      { contextTokens: 1000, outputTokens: 500 },
    ],
    [
      'Mistral',
      {
        id: 'm',
        max_context_length: 32_768,
        capabilities: { completion_chat: true, function_calling: false },
      },
      { contextTokens: 32_768, unlisted: [...toolVocabulary] },
    ],
    ['Together’s images', { id: 'm', type: 'image' }, { purpose: 'image' }],
  ])('reads the limits of %s', (_, entry, expected) => {
    expect(read({ data: [entry] })).toEqual([{ id: 'm', ...expected }])
  })

  it('reads bare arrays, Gemini’s paths, Ollama’s empty list and lists under “models”', () => {
    expect(read([{ id: 'a' }, 'b'])).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(read({ data: [{ id: 'models/gemini-x' }] })).toEqual([{ id: 'gemini-x' }])
    expect(read({ data: [{ id: 'models/x' }, { id: 'y' }] })).toEqual([
      { id: 'models/x' },
      { id: 'y' },
    ])
    expect(read({ object: 'list', data: null })).toEqual([])
    expect(read({ models: [{ name: 'command-r', context_length: 128_000 }] })).toEqual([
      { id: 'command-r', contextTokens: 128_000 },
    ])
  })

  it('says so where the answer is no list', () => {
    for (const body of [{}, null, 1, 'x', { data: {} }, { error: 'no' }])
      expect(read(body)).toContain('not with a list of models')
    expect(readModelList('<html>').ok).toBe(false)
  })

  it('drops what cannot be read of an entry, and entries without a usable name', () => {
    const body = [
      { id: 'ok', context_length: 'many', pricing: 7, supported_parameters: [], meta: [] },
      { id: 'neg', context_length: -5, max_completion_tokens: 1e300 },
      { id: '' },
      { id: 'two\nlines' },
      { id: 'x'.repeat(257) },
      null,
      [],
      7,
    ]
    expect(read(body)).toEqual([{ id: 'neg' }, { id: 'ok' }])
  })

  it('takes in no more than so many', () => {
    const many = Array.from({ length: mostModels + 5 }, (_, index) => ({ id: `m${index}` }))
    expect(read(many)).toHaveLength(mostModels)
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((one) => `{"data":[${one}]}`),
        ),
        (text) => {
          const results = [readModelList, readGroupList].map((by) => by(text))
          const ids = results.flatMap((result) => (result.ok ? result.value : []))
          expect(ids.every(({ id }) => id.length > 0 && id.length <= 256)).toBe(true)
        },
      ),
    )
  })
})

describe('readGroupList', () => {
  const group = {
    model_group: 'claude',
    providers: ['anthropic'],
    mode: 'chat',
    max_input_tokens: 200_000.0,
    max_output_tokens: 64_000.0,
    input_cost_per_token: 3e-6,
    output_cost_per_token: 1.5e-5,
    supports_function_calling: true,
    supported_openai_params: ['stream', 'stop', 'temperature', 'top_p', 'max_tokens', 'tools'],
  }

  it('reads limits, prices and what a group leaves out', () => {
    const [model] = read({ data: [group] }, readGroupList) as ModelInfo[]
    expect(model).toMatchObject({
      id: 'claude',
      contextTokens: 200_000,
      outputTokens: 64_000,
      pricePerMillion: { input: 3, output: 15 },
    })
    expect(model?.unlisted).toContain('logprobs')
    expect(model?.unlisted).not.toContain('max_completion_tokens')
    // LiteLLM passes these on unchecked: their absence says nothing.
    for (const unspoken of ['top_k', 'min_p', 'user', 'stream', 'metadata', 'fallbacks'])
      expect(model?.unlisted).not.toContain(unspoken)
  })

  it('takes zeros and nulls for unknown, and an empty list of parameters for none at all', () => {
    const unknown = {
      ...group,
      max_input_tokens: null,
      max_output_tokens: null,
      input_cost_per_token: 0,
      output_cost_per_token: 0,
      supported_openai_params: [],
      mode: null,
    }
    expect(read({ data: [unknown] }, readGroupList)).toEqual([{ id: 'claude' }])
  })

  it('names another purpose than conversation, and leaves patterns out', () => {
    const data = [
      { model_group: 'embed', mode: 'embedding' },
      { model_group: 'openai/*', mode: 'chat' },
    ]
    expect(read({ data }, readGroupList)).toEqual([{ id: 'embed', purpose: 'embedding' }])
  })
})

describe('groupInfoUrl', () => {
  it('is beside /v1, at the same origin and mount', () => {
    expect(groupInfoUrl('http://h:4000/v1/')).toBe('http://h:4000/model_group/info')
    expect(groupInfoUrl('http://h:4000')).toBe('http://h:4000/model_group/info')
    expect(groupInfoUrl('https://h/llm/v1')).toBe('https://h/llm/model_group/info')
    expect(groupInfoUrl('https://h/v1?x=1#y')).toBe('https://h/model_group/info')
  })

  it('never leaves the origin', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const url = new URL(groupInfoUrl(`https://h.test:4000${path}`))
        expect([url.origin, url.search]).toEqual(['https://h.test:4000', ''])
      }),
    )
  })
})

describe('mergeLists', () => {
  it('keeps every id once, with the details where there are some', () => {
    expect(mergeLists([{ id: 'b', contextTokens: 5 }], [{ id: 'b' }, { id: 'a' }])).toEqual([
      { id: 'a' },
      { id: 'b', contextTokens: 5 },
    ])
  })
})

describe('infoOf', () => {
  const models = [{ id: 'gpt-4o' }, { id: 'openai/gpt-4o', contextTokens: 1 }]
  it('finds a model by its id, and by what follows the provider’s prefix', () => {
    expect(infoOf(models, 'openai/gpt-4o', ['openai'])?.contextTokens).toBe(1)
    expect(infoOf(models.slice(0, 1), 'openai/gpt-4o', ['openai'])?.id).toBe('gpt-4o')
    expect(infoOf(models.slice(0, 1), 'azure/gpt-4o', ['openai'])).toBeUndefined()
    expect(infoOf(models, 'openai/', ['openai'])).toBeUndefined()
  })
})

describe('the vocabularies', () => {
  it('name parameters of the registry, each once', () => {
    for (const words of [litellmVocabulary, openRouterVocabulary, toolVocabulary]) {
      expect(new Set(words).size).toBe(words.length)
      for (const word of words) expect(parameterNames).toContain(word)
    }
  })
})
