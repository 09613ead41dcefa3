import { describe, expect, it } from 'vitest'
import { registry } from '#lib/parameters/index.ts'
import { buildRequest } from './body.ts'
import type { Request } from './check.ts'

const base: Request = {
  provider: 'openai_compatible',
  model: 'test-a',
  messages: [{ role: 'user', content: 'Hello' }],
}

describe('buildRequest', () => {
  it('sends nothing that is not set', () => {
    expect(Object.keys(buildRequest(base).body)).toEqual(['model', 'messages'])
  })

  it('keeps what is for the address and for retries out of the body of a direct target', () => {
    const built = buildRequest({
      ...base,
      api_base: 'https://a.example/v1',
      api_version: 'v9',
      num_retries: 3,
      timeout: 5,
      fallbacks: ['b'],
    })
    expect(Object.keys(built.body)).toEqual(['model', 'messages'])
    expect(built).toMatchObject({
      apiBase: 'https://a.example/v1',
      apiVersion: 'v9',
      numRetries: 3,
      timeout: 5,
    })
  })

  it('lets a LiteLLM proxy do retries and fallbacks itself', () => {
    const { body, numRetries } = buildRequest({
      ...base,
      provider: 'litellm',
      api_base: 'https://a.example/v1',
      num_retries: 3,
      fallbacks: [{ 'openai/*': ['gpt-4o-mini'] }],
      extra_body: { temperature: 0.1 },
      temperature: 0.9,
    })
    expect(numRetries).toBe(0)
    expect(body).toMatchObject({
      api_base: 'https://a.example/v1',
      num_retries: 3,
      fallbacks: [{ 'openai/*': ['gpt-4o-mini'] }],
      temperature: 0.9,
      extra_body: { temperature: 0.1 },
    })
  })

  it('writes fallbacks for a LiteLLM proxy as the plain list for this model', () => {
    const sent = (model: string, fallbacks: Request['fallbacks']) =>
      buildRequest({ ...base, provider: 'litellm', model, ...(fallbacks ? { fallbacks } : {}) })
        .body.fallbacks
    expect(sent('openai/gpt-4o', [{ 'openai/*': ['gpt-4o-mini'] }])).toEqual(['gpt-4o-mini'])
    expect(sent('b', [{ a: ['x'], b: ['y', 'z'] }])).toEqual(['y', 'z'])
    expect(sent('a', ['b', { model: 'c', temperature: 0 }])).toEqual([
      { model: 'b' },
      { model: 'c', temperature: 0 },
    ])
    expect(sent('other', [{ a: ['x'] }])).toEqual([{ a: ['x'] }])
    expect(sent('a', undefined)).toBeUndefined()
  })

  it('merges additional parameters last, so that they override', () => {
    const { body } = buildRequest({
      ...base,
      temperature: 0.9,
      extra_body: { temperature: 0.1, new_key: 1 },
    })
    expect(body).toMatchObject({ temperature: 0.1, new_key: 1 })
    expect(body).not.toHaveProperty('extra_body')
  })

  it('leaves out what the provider refuses', () => {
    expect(buildRequest({ ...base, provider: 'openai', top_k: 4 }).body).not.toHaveProperty('top_k')
  })

  it('sends nothing that only rules what becomes of the others', () => {
    const rules = registry.filter(({ to }) => to === 'rules').map(({ name }) => name)
    expect(rules).toEqual(['variables', 'logit_bias_labels', 'tool_mocks', 'send_anyway'])
    const { body } = buildRequest({
      ...base,
      send_anyway: ['top_k'],
      variables: { city: 'Oslo' },
      logit_bias_labels: { labels: { 290: ' the' } },
      tool_mocks: { results: [], most_turns: 5 },
    })
    for (const name of rules) expect(body).not.toHaveProperty(name)
  })
})
