import { describe, expect, it } from 'vitest'
import { tokenCap } from './limits.ts'
import { ignoredParameters, parseTeachingRequest } from './request.ts'

const messages = [{ role: 'user', content: 'Tell me about rain.' }]

function read(body: Record<string, unknown>) {
  const parsed = parseTeachingRequest({ messages, ...body })
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

function refusal(body: unknown) {
  const parsed = parseTeachingRequest(body)
  if (parsed.ok) throw new Error('The request was accepted.')
  return parsed.error
}

describe('parseTeachingRequest', () => {
  it('fills in what is absent', () => {
    expect(read({})).toEqual({
      messages: [{ speaker: 'user', text: 'Tell me about rain.' }],
      n: 1,
      temperature: 1,
      top_p: 1,
      top_k: 0,
      min_p: 0,
      repetition_penalty: 1,
      frequency_penalty: 0,
      presence_penalty: 0,
      max_completion_tokens: 256,
      logit_bias: new Map(),
      stop: [],
      seed: undefined,
      logprobs: false,
      top_logprobs: 0,
      logprobs_mode: 'raw_logprobs',
      stream: false,
      include_usage: true,
    })
  })

  it('reads every parameter that acts', () => {
    const body = {
      model: 'nucleus-teaching-1',
      n: 2,
      temperature: 0,
      top_p: 0.5,
      top_k: 40,
      min_p: 0.1,
      repetition_penalty: 1.2,
      frequency_penalty: -2,
      presence_penalty: 2,
      max_tokens: 12,
      logit_bias: { '2683': -100, '199999': 5 },
      stop: ['a', 'b'],
      seed: -7,
      logprobs: true,
      top_logprobs: 20,
      logprobs_mode: 'processed_logprobs',
      stream: true,
      stream_options: { include_usage: true },
    }
    expect(read(body)).toEqual({
      messages: [{ speaker: 'user', text: 'Tell me about rain.' }],
      n: 2,
      temperature: 0,
      top_p: 0.5,
      top_k: 40,
      min_p: 0.1,
      repetition_penalty: 1.2,
      frequency_penalty: -2,
      presence_penalty: 2,
      max_completion_tokens: 12,
      logit_bias: new Map([
        [2683, -100],
        [199999, 5],
      ]),
      stop: ['a', 'b'],
      seed: -7,
      logprobs: true,
      top_logprobs: 20,
      logprobs_mode: 'processed_logprobs',
      stream: true,
      include_usage: true,
    })
    expect(ignoredParameters(body)).toEqual([])
  })

  it('reads all roles, texts and lists of text parts', () => {
    const called = { name: 'get_weather', arguments: '{}' }
    const conversation = [
      { role: 'developer', content: 'Be kind.' },
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Hello ' },
          { type: 'text', text: 'there' },
        ],
      },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'call_1', type: 'function', function: called }],
      },
      { role: 'tool', content: '21 °C', tool_call_id: 'call_1' },
    ]
    expect(read({ messages: conversation }).messages).toEqual([
      { speaker: 'system', text: 'Be kind.' },
      { speaker: 'system', text: 'Be brief.' },
      { speaker: 'user', text: 'Hello there' },
      { speaker: 'assistant', text: '', calls: [{ id: 'call_1', ...called }] },
      { speaker: 'tool', text: '21 °C', answers: { id: 'call_1', ...called } },
    ])
  })

  it('takes null for absent and one stop sequence for a list of one', () => {
    const nothing = { temperature: null, stop: null, tools: null, response_format: null, n: null }
    expect(read(nothing)).toEqual(read({}))
    expect(read({ messages: [{ ...messages[0], name: null }] })).toEqual(read({}))
    expect(read({ stop: '\n' }).stop).toEqual(['\n'])
  })

  it('counts usage always, except in a stream that does not ask for it', () => {
    expect(read({ stream: true }).include_usage).toBe(false)
    const options = { stream: true, stream_options: { include_usage: true } }
    expect(read(options).include_usage).toBe(true)
  })

  it.each([
    [{ seed: 'a' }, 'seed must be a number.'],
    [{ temperature: 'hot' }, 'temperature must be a number.'],
    [{ stream: 'yes' }, 'stream must be true or false.'],
  ])('says of what kind a value must be: %o', (set, message) => {
    expect(refusal({ messages, ...set }).message).toBe(message)
  })

  it('says what to do when top_logprobs comes without logprobs', () => {
    expect(refusal({ messages, top_logprobs: 5 }).message).toBe(
      'top_logprobs needs logprobs: true. Send logprobs: true too, or leave top_logprobs out.',
    )
    expect(refusal({ messages, top_logprobs: 0, logprobs: false }).param).toBe('top_logprobs')
    expect(refusal({ messages, stream_options: { include_usage: true } }).message).toContain(
      'stream_options needs stream: true',
    )
  })

  it('takes max_tokens or max_completion_tokens, not both', () => {
    expect(read({ max_completion_tokens: 9 }).max_completion_tokens).toBe(9)
    expect(refusal({ messages, max_tokens: 9, max_completion_tokens: 9 }).message).toBe(
      'max_completion_tokens and max_tokens cannot be sent together. Leave one of them out.',
    )
  })

  it('caps tokens times n, by default through the limit of each choice', () => {
    expect(read({ n: 128 }).max_completion_tokens).toBe(tokenCap / 128)
    expect(read({ n: 4, max_tokens: tokenCap / 4 }).max_completion_tokens).toBe(tokenCap / 4)
    const failure = refusal({ messages, n: 4, max_tokens: tokenCap / 4 + 1 })
    expect(failure).toMatchObject({ status: 400, param: 'max_tokens', code: 'token_cap_exceeded' })
    expect(failure.message).toContain('16384')
    expect(failure.message).toContain('max_tokens: 4096 or less')
  })

  it('accepts what asks for nothing that it lacks', () => {
    expect(read({ function_call: 'none', response_format: { type: 'text' } })).toEqual(read({}))
  })
})

describe('ignoredParameters', () => {
  it('names what is accepted without effect, and nothing that acts', () => {
    const body = { messages, user: 'a', metadata: {}, store: null, reasoning_effort: 'low', x: 1 }
    expect(parseTeachingRequest(body).ok).toBe(true)
    expect(ignoredParameters(body)).toEqual(['user', 'metadata', 'reasoning_effort', 'x'])
  })
})
