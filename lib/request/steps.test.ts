import { describe, expect, it } from 'vitest'
import type { Request } from './check.ts'
import { fallbackProviders, requestSteps } from './steps.ts'

const base: Request = {
  provider: 'openai',
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'Hello' }],
}

function stepsOf(change: Partial<Request>) {
  const steps = requestSteps({ ...base, ...change })
  if (!steps.ok) throw new Error(steps.error[0]?.message)
  return steps.value
}
const targets = (change: Partial<Request>) =>
  stepsOf(change).map(({ request }) => [request.provider, request.model])
const problems = (change: Partial<Request>) => {
  const steps = requestSteps({ ...base, ...change })
  return steps.ok ? [] : steps.error
}

describe('requestSteps', () => {
  it('is the request alone where no fallback applies', () => {
    expect(stepsOf({})).toEqual([{ request: base, omitted: [] }])
    expect(targets({ fallbacks: [{ other: ['b'] }] })).toEqual([['openai', 'gpt-4o']])
  })

  it('knows a model by LiteLLM’s prefix of its provider', () => {
    expect(targets({ fallbacks: [{ 'openai/*': ['gpt-4o-mini'] }] })).toEqual([
      ['openai', 'gpt-4o'],
      ['openai', 'gpt-4o-mini'],
    ])
  })

  it('goes to another provider where the id or the override names one, without the first one’s address', () => {
    const steps = stepsOf({
      api_base: 'https://a.example/v1',
      seed: 1,
      fallbacks: ['litellm_proxy/b', { model: 'c', provider: 'openai_compatible' }],
    })
    expect(steps.map(({ request }) => [request.provider, request.model])).toEqual([
      ['openai', 'gpt-4o'],
      ['litellm', 'b'],
      ['openai_compatible', 'c'],
    ])
    expect(steps.map(({ request }) => request.api_base)).toEqual([
      'https://a.example/v1',
      undefined,
      undefined,
    ])
    expect(steps.map(({ request }) => request.seed)).toEqual([1, 1, 1])
  })

  it('reads the provider from LiteLLM’s prefix, unless the id is one of the current provider’s own', () => {
    expect(targets({ fallbacks: ['anthropic/claude-opus-4', 'openai/gpt-4o-mini'] })).toEqual([
      ['openai', 'gpt-4o'],
      ['anthropic', 'claude-opus-4'],
      ['openai', 'gpt-4o-mini'],
    ])
    const own = { provider: 'openrouter', model: 'openai/gpt-4o' } as const
    expect(targets({ ...own, fallbacks: ['anthropic/claude-opus-4'] })).toEqual([
      ['openrouter', 'openai/gpt-4o'],
      ['openrouter', 'anthropic/claude-opus-4'],
    ])
  })

  it('leaves out for a fallback what its provider refuses, and says so', () => {
    const inside = { model: 'nucleus-teaching-1', provider: 'teaching' }
    const refused = stepsOf({ user: 'u', seed: 1, fallbacks: [inside] })[1]
    expect(refused?.omitted).toEqual(['user'])
    expect(refused?.request.user).toBeUndefined()
    expect(refused?.request.seed).toBe(1)
  })

  it('puts overrides into their places', () => {
    const [, step] = stepsOf({
      temperature: 1,
      extra_body: { first: 1 },
      fallbacks: [{ model: 'b', temperature: 0, own_key: 2 }],
    })
    expect(step?.request).toMatchObject({
      temperature: 0,
      extra_body: { first: 1, own_key: 2 },
    })
    expect(step?.request.fallbacks).toBeUndefined()
  })

  it('is one step toward a LiteLLM proxy, which does the rest', () => {
    expect(targets({ provider: 'litellm', fallbacks: ['b', 'c'] })).toEqual([['litellm', 'gpt-4o']])
  })

  it('says at the field what a fallback cannot take', () => {
    expect(problems({ fallbacks: [{ model: 'b', temperature: 9 }] })).toMatchObject([
      { parameter: 'fallbacks', message: expect.stringContaining('Fallback b: ') },
    ])
    expect(problems({ fallbacks: [{ model: 'b', provider: 'nobody' }] })).toMatchObject([
      { parameter: 'fallbacks', message: 'Fallback b: “nobody” is no provider.' },
    ])
  })
})

describe('fallbackProviders', () => {
  it('names each other provider once', () => {
    const named = (model: string, provider: string) => ({ model, provider })
    const fallbacks = [
      'gpt-4o-mini',
      named('b', 'litellm'),
      named('c', 'litellm'),
      named('d', 'openai_compatible'),
    ]
    expect(fallbackProviders({ ...base, fallbacks })).toEqual(['litellm', 'openai_compatible'])
    expect(fallbackProviders(base)).toEqual([])
  })

  it('names none while the settings are not right', () => {
    expect(fallbackProviders({ fallbacks: ['litellm_proxy/b'] })).toEqual([])
  })
})
