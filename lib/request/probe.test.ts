import { describe, expect, it } from 'vitest'
import { providers } from '#lib/providers/catalogue.ts'
import { checkRequest } from './check.ts'
import { probeSettings } from './probe.ts'

const call = {
  model: 'm',
  messages: [{ role: 'user', content: 'Name a city in Europe.' }],
  logprobs: true,
  top_logprobs: 20,
}

describe('probeSettings', () => {
  it('are two calls of one token that differ in the temperature alone', () => {
    const asked = { provider: 'openai', stream: true, n: 4, tools: [], seed: 1, stop: ['a'] }
    expect(probeSettings(asked, { provider: 'openai', model: 'm' })).toEqual({
      ok: true,
      value: [
        { provider: 'openai', ...call, temperature: 1, max_completion_tokens: 1 },
        { provider: 'openai', ...call, temperature: 0.1, max_completion_tokens: 1 },
      ],
    })
  })

  it('go where the run went, with as many alternatives as are taken', () => {
    const asked = { provider: 'xai', api_base: 'https://x.example/v1', max_tokens: 300 }
    const calls = probeSettings(asked, { provider: 'xai', model: 'm' })
    expect(calls.ok && calls.value[1]).toEqual({
      provider: 'xai',
      api_base: 'https://x.example/v1',
      ...call,
      temperature: 0.1,
      top_logprobs: 8,
      max_tokens: 1,
    })
    const elsewhere = probeSettings(asked, { provider: 'openai', model: 'm' })
    expect(elsewhere.ok && elsewhere.value[0]).not.toHaveProperty('api_base')
  })

  it('write the older limit to servers of which nothing is known', () => {
    const calls = probeSettings({}, { provider: 'openai_compatible', model: 'm' })
    expect(calls.ok && calls.value[0]).toMatchObject({ max_tokens: 1 })
  })

  it('say why there is nothing to probe', () => {
    expect(probeSettings({}, { provider: 'cohere', model: 'm' })).toEqual({
      ok: false,
      error: 'A probe needs top_logprobs. Not supported by Cohere.',
    })
  })

  it.each(providers.map(({ id }) => id))('are valid requests to %s, or there are none', (id) => {
    const settings = { provider: id, api_version: '2024-10-21' }
    const calls = probeSettings(settings, { provider: id, model: 'm' })
    const faults = calls.ok ? calls.value.map((one) => checkRequest(one)) : []
    expect(faults.filter((one) => !one.ok)).toEqual([])
  })
})
