import { describe, expect, it } from 'vitest'
import { ignoredParameters, parseTeachingRequest, tokenCap } from './request.ts'

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
      stream: true,
      stream_options: { include_usage: true },
    }
    const { model, max_tokens, stream_options, logit_bias, ...same } = body
    expect(read(body)).toMatchObject({ ...same, max_completion_tokens: max_tokens })
    expect([...read(body).logit_bias]).toEqual([
      [2683, -100],
      [199999, 5],
    ])
    expect(ignoredParameters(body)).toEqual([])
    expect([model, stream_options, logit_bias]).toHaveLength(3)
  })

  it('reads all roles, texts and lists of text parts', () => {
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
      { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'function' }] },
      { role: 'tool', content: '21 °C', tool_call_id: 'call_1' },
    ]
    expect(read({ messages: conversation }).messages).toEqual([
      { speaker: 'system', text: 'Be kind.' },
      { speaker: 'system', text: 'Be brief.' },
      { speaker: 'user', text: 'Hello there' },
      { speaker: 'assistant', text: '' },
      { speaker: 'user', text: '21 °C' },
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
    [{ n: 0 }, 'n'],
    [{ n: 129 }, 'n'],
    [{ temperature: 2.1 }, 'temperature'],
    [{ temperature: '1' }, 'temperature'],
    [{ top_p: 1.5 }, 'top_p'],
    [{ min_p: -1 }, 'min_p'],
    [{ top_k: 2.5 }, 'top_k'],
    [{ repetition_penalty: 0 }, 'repetition_penalty'],
    [{ frequency_penalty: -3 }, 'frequency_penalty'],
    [{ presence_penalty: 3 }, 'presence_penalty'],
    [{ logit_bias: { rain: 1 } }, 'logit_bias'],
    [{ logit_bias: { '5': 101 } }, 'logit_bias'],
    [{ logit_bias: { '5': 0.5 } }, 'logit_bias'],
    [{ logit_bias: { '200000': 1 } }, 'logit_bias'],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop'],
    [{ stop: '' }, 'stop'],
    [{ max_tokens: 0 }, 'max_tokens'],
    [{ seed: 1.5 }, 'seed'],
    [{ logprobs: true, top_logprobs: 21 }, 'top_logprobs'],
    [{ stream: 'yes' }, 'stream'],
    [{ messages: [] }, 'messages'],
    [{ messages: [{ role: 'robot', content: 'x' }] }, 'messages'],
  ])('refuses %o at the parameter %s', (body, param) => {
    const failure = refusal({ messages, ...body })
    expect(failure).toMatchObject({ kind: 'invalid', status: 400, code: 'invalid_value', param })
    expect(failure.message).toContain(param)
  })

  it('asks for messages and for an object', () => {
    expect(refusal({ messages: null })).toMatchObject({ status: 400, param: 'messages' })
    for (const body of [undefined, null, 'x', [], 3]) {
      expect(refusal(body)).toMatchObject({ kind: 'invalid', message: 'Send a JSON object.' })
    }
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

  it.each([
    [{ tools: [] }, 'tools'],
    [{ tools: [{ type: 'function', function: { name: 'f' } }] }, 'tools'],
    [{ tool_choice: 'auto' }, 'tool_choice'],
    [{ functions: [] }, 'functions'],
    [{ function_call: 'auto' }, 'function_call'],
    [{ response_format: { type: 'json_object' } }, 'response_format'],
    [{ response_format: { type: 'json_schema', json_schema: { name: 'a' } } }, 'response_format'],
  ])('cannot do %o and names it', (body, param) => {
    const failure = refusal({ messages, ...body })
    expect(failure).toMatchObject({ status: 400, code: 'unsupported_parameter', param })
    expect(failure.message).toContain(param)
  })

  it('accepts what asks for nothing that it lacks', () => {
    expect(read({ tool_choice: 'none', response_format: { type: 'text' } })).toEqual(read({}))
  })

  it('answers for no other model and reads no images', () => {
    expect(refusal({ messages, model: 'gpt-4o' })).toMatchObject({
      status: 404,
      code: 'model_not_found',
      param: 'model',
    })
    const image = { type: 'image_url', image_url: { url: 'data:,' } }
    const failure = refusal({ messages: [{ role: 'user', content: [image] }] })
    expect(failure).toMatchObject({ status: 400, param: 'messages', code: 'unsupported_value' })
    expect(failure.message).toContain('messages[0]')
  })
})

describe('ignoredParameters', () => {
  it('names what is accepted without effect, and nothing that acts', () => {
    const body = { messages, user: 'a', metadata: {}, store: null, reasoning_effort: 'low', x: 1 }
    expect(parseTeachingRequest(body).ok).toBe(true)
    expect(ignoredParameters(body)).toEqual(['user', 'metadata', 'reasoning_effort', 'x'])
  })
})
