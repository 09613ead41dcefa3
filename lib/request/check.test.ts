import { describe, expect, it } from 'vitest'
import { checkRequest } from './check.ts'

const base = {
  provider: 'openai_compatible',
  model: 'test-a',
  messages: [{ role: 'user', content: 'Hello' }],
}

const complaints = (settings: Record<string, unknown>) => {
  const checked = checkRequest({ ...base, ...settings })
  return checked.ok ? [] : checked.error.map(({ parameter, message }) => `${parameter}: ${message}`)
}

describe('checkRequest', () => {
  it('accepts the least that a request needs', () => {
    expect(checkRequest(base).ok).toBe(true)
  })

  it.each([
    [{ temperature: 2.1 }, 'temperature: Temperature must be between 0 and 2.'],
    [{ temperature: -0.1 }, 'temperature: Temperature must be between 0 and 2.'],
    [{ presence_penalty: -2.5 }, 'presence_penalty: Presence penalty must be between -2 and 2.'],
    [{ frequency_penalty: 3 }, 'frequency_penalty: Frequency penalty must be between -2 and 2.'],
    [{ top_p: 1.01 }, 'top_p: Top P must be between 0 and 1.'],
    [{ n: 0 }, 'n: Choices must be between 1 and 128.'],
    [{ n: 129 }, 'n: Choices must be between 1 and 128.'],
    [{ n: 1.5 }, 'n: Choices must be a whole number.'],
    [
      { logprobs: true, top_logprobs: 21 },
      'top_logprobs: Top log probabilities must be between 0 and 20.',
    ],
    [{ max_tokens: 0 }, 'max_tokens: Max tokens must be at least 1.'],
    [{ num_retries: 11 }, 'num_retries: Retries must be between 0 and 10.'],
    [{ timeout: 0 }, 'timeout: Timeout must be above 0 and at most 3600.'],
    [{ stop: ['1', '2', '3', '4', '5'] }, 'stop: At most 4 stop sequences can be sent.'],
    [
      { service_tier: 'gold' },
      'service_tier: Service tier must be one of auto, default, flex, scale, priority.',
    ],
    [
      { safety_identifier: 'x'.repeat(65) },
      'safety_identifier: A safety identifier has at most 64 characters.',
    ],
    [
      { api_base: 'http://a/?b' },
      'api_base: Write an address such as https://api.example.com/v1, without ? or #.',
    ],
    [{ tools: [] }, 'tools: Define at least one tool, or reset the field so that it is not sent.'],
  ])('says what to do about %j', (settings, complaint) => {
    expect(complaints(settings)).toContain(complaint)
  })

  it('refuses a seed that JSON cannot carry exactly, with the reason', () => {
    expect(complaints({ seed: 2 ** 53 })[0]).toContain('2^53 − 1')
    expect(complaints({ seed: -(2 ** 53) })[0]).toContain('seed')
    expect(complaints({ seed: Number.MAX_SAFE_INTEGER })).toEqual([])
    expect(complaints({ seed: Number.MIN_SAFE_INTEGER })).toEqual([])
  })

  it('names the entry of a logit bias that is out of range', () => {
    expect(complaints({ logit_bias: { '1627': 250 } })[0]).toContain('between −100 and 100')
    expect(complaints({ logit_bias: { the: 5 } })[0]).toContain('token id')
    expect(complaints({ logit_bias: { '5': 0.5 } })[0]).toContain('whole number')
  })

  it.each(['extra_body', 'metadata'])('lets no credential and no address into %s', (name) => {
    expect(complaints({ [name]: { nested: [{ api_key: 'sk-1' }] } })[0]).toContain('api_key')
    expect(complaints({ [name]: { api_base: 'https://evil.example' } })[0]).toContain('api_base')
  })

  it('lets no credential into fallbacks', () => {
    expect(complaints({ fallbacks: [{ model: 'b', api_key: 'sk-1' }] })[0]).toContain('api_key')
  })

  it('refuses prototype keys anywhere', () => {
    const poisoned = JSON.parse('{"a": {"__proto__": {"x": 1}}}') as Record<string, unknown>
    expect(complaints({ extra_body: poisoned })[0]).toContain('__proto__')
    const tool = JSON.parse(
      '{"type":"function","function":{"name":"f","parameters":{"__proto__":{}}}}',
    ) as unknown
    expect(complaints({ tools: [tool] })[0]).toContain('__proto__')
  })

  it('says at the field that OpenAI takes text metadata only', () => {
    const asked = complaints({ provider: 'openai', metadata: { debug: true } })
    expect(asked[0]).toMatch(/^metadata: OpenAI takes text values only/)
    expect(complaints({ provider: 'litellm', metadata: { debug: true } })).toEqual([])
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v']))
    expect(complaints({ provider: 'openai', metadata: many })[0]).toContain('at most 16')
  })

  it('neither checks nor keeps what the provider refuses', () => {
    const checked = checkRequest({ ...base, provider: 'openai', api_version: '?', top_k: 5 })
    expect(checked.ok && Object.keys(checked.value)).toEqual(['provider', 'model', 'messages'])
  })

  it('asks for what is missing', () => {
    const checked = checkRequest({})
    expect(checked.ok ? [] : checked.error.map(({ parameter }) => parameter)).toEqual([
      'provider',
      'model',
      'messages',
    ])
  })

  it.each([
    [[], 'at least one message'],
    [[{ role: 'robot', content: '' }], 'role'],
    [[{ role: 'tool', content: 'x' }], 'tool_call_id'],
    [[{ role: 'user', content: [] }], 'part'],
  ])('says what is wrong with the conversation %j', (messages, part) => {
    expect(complaints({ messages })[0]).toContain(part)
  })
})
