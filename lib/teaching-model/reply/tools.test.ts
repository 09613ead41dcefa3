import type OpenAI from 'openai'
import { describe, expect, it } from 'vitest'
import { encode, endOfText } from '../tokens.ts'
import { chunksFor, forever, replyTo, textOf, tokensOf } from './reply.fixture.ts'
import { argsOf, both, callsOf, tools, user, weather } from './tools.fixture.ts'

describe('a call of a tool', () => {
  it('has OpenAI’s form, whole', () => {
    const reply: OpenAI.ChatCompletion = replyTo({ ...weather, logprobs: true })
    expect(reply.choices).toEqual([
      {
        index: 0,
        message: {
          role: 'assistant',
          content: null,
          refusal: null,
          tool_calls: [
            {
              id: expect.stringMatching(/^call_[A-Za-z0-9]{24}$/),
              type: 'function',
              function: { name: 'get_weather', arguments: expect.any(String) },
            },
          ],
        },
        logprobs: { content: null, refusal: null },
        finish_reason: 'tool_calls',
      },
    ])
    expect(argsOf(weather)).toEqual([{ location: 'Lisbon' }])
  })

  it('is streamed name first, then the arguments in pieces', () => {
    const chunks: OpenAI.ChatCompletionChunk[] = chunksFor({ ...weather, stream: true })
    const deltas = chunks.map(({ choices }) => choices[0]?.delta)
    expect(deltas[0]).toEqual({ role: 'assistant', content: null, refusal: null })
    expect(deltas[1]?.tool_calls).toEqual([
      {
        index: 0,
        id: expect.stringMatching(/^call_/),
        type: 'function',
        function: { name: 'get_weather', arguments: '' },
      },
    ])
    const pieces = deltas.slice(2, -1).map((delta) => delta?.tool_calls?.[0])
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.every((piece) => piece?.index === 0 && !('id' in piece))).toBe(true)
    expect(deltas.at(-1)).toEqual({})
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('tool_calls')
  })

  it('comes once for each value of a list, in one reply or one after the other', () => {
    expect(argsOf(both)).toEqual([{ location: 'Lisbon' }, { location: 'Porto' }])
    const one = { ...both, parallel_tool_calls: false }
    const [first] = callsOf(one)
    expect(callsOf(one)).toHaveLength(1)
    const told = (call: unknown, id: unknown) => [
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: id, content: '{"temperature": 18}' },
    ]
    const then = { ...one, messages: [...both.messages, ...told(first, first?.id)] }
    expect(argsOf(then)).toEqual([{ location: 'Porto' }])
    const [second] = callsOf(then)
    expect(second?.id).not.toBe(first?.id)
    const last = { ...one, messages: [...then.messages, ...told(second, second?.id)] }
    expect(callsOf(last)).toEqual([])
    expect(textOf(last)).toContain('18')
  })

  it('repeats with the seed, and differs between choices in its id', () => {
    expect(chunksFor({ ...weather, n: 3 })).toEqual(chunksFor({ ...weather, n: 3 }))
    const ids = callsOf({ ...both, n: 3 }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
    expect(callsOf({ ...weather, seed: 2 })[0]?.id).not.toBe(callsOf(weather)[0]?.id)
  })

  it('is cut at the token limit, says so and counts what was drawn', () => {
    const reply = replyTo({ ...weather, max_tokens: 2 })
    expect(reply.choices[0]?.finish_reason).toBe('length')
    expect(reply.usage.completion_tokens).toBe(2)
  })

  it('is not cut by stop sequences, and ends whatever the bias', () => {
    expect(argsOf({ ...weather, stop: ['Lis'] })).toEqual([{ location: 'Lisbon' }])
    expect(argsOf({ ...weather, ...forever })).toEqual([{ location: 'Lisbon' }])
  })

  it('is drawn: a bias changes its values', () => {
    const [first = 0] = encode('Lisbon')
    const body = { ...weather, logit_bias: { [first]: -100 } }
    expect(argsOf(body)).not.toEqual([{ location: 'Lisbon' }])
    expect(argsOf(body)).toEqual([{ location: expect.any(String) }])
  })

  it('counts definitions and past calls as text that is read', () => {
    const plain = replyTo({ messages: weather.messages }).usage.prompt_tokens
    const definitions = encode(JSON.stringify(tools)).length + 1
    expect(replyTo(weather).usage.prompt_tokens).toBe(plain + definitions)
  })

  it('goes on with a text that has begun, unless a call is required', () => {
    const begun = {
      tools,
      messages: [...weather.messages, { role: 'assistant', content: 'It is' }],
    }
    expect(callsOf(begun)).toEqual([])
    expect(callsOf({ ...begun, tool_choice: 'required' })).toHaveLength(1)
  })
})

describe('a result', () => {
  const call = {
    id: 'a',
    type: 'function',
    function: { name: 'get_weather', arguments: '{"location":"Lisbon"}' },
  }
  const after = (content: string, more = {}) => ({
    tools,
    messages: [
      ...weather.messages,
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'a', content },
    ],
    ...more,
  })

  it.each([1, 2, 3, 4, 5, 6])('is told, seed %i', (seed) => {
    const text = textOf(after('{"temperature": 18, "sky": "cloudy"}', { seed }))
    expect(text).toContain('18')
    expect(text).toContain('cloudy')
    expect(textOf(after('A dry day with 23 degrees.', { seed }))).toContain(
      'A dry day with 23 degrees',
    )
    expect(textOf(after('Error: no such city', { seed }))).toContain('no such city')
    expect(textOf(after('', { seed }))).toMatch(/empty|nothing/)
  })

  it.each([1, 2, 3, 4, 5, 6])('is told beside others, seed %i', (seed) => {
    const calls = callsOf(both)
    const results = calls.map(({ id }, index) => ({
      role: 'tool',
      tool_call_id: id,
      content: JSON.stringify({ temperature: 18 + index }),
    }))
    const said = { role: 'assistant', content: null, tool_calls: calls }
    const text = textOf({ tools, seed, messages: [...both.messages, said, ...results] })
    expect(text).toMatch(/Lisbon[^]*18[^]*Porto[^]*19/)
  })

  it('is drawn like any text, so that its probabilities are real', () => {
    const choice = replyTo(after('{"temperature": 18}', { logprobs: true, top_logprobs: 3 }))
      .choices[0]
    expect(choice?.finish_reason).toBe('stop')
    expect(tokensOf(choice).length).toBeGreaterThan(3)
    expect(tokensOf(choice).every(({ logprob }) => logprob <= 0 && logprob > -20)).toBe(true)
  })

  it('lets a further question call again', () => {
    const { messages } = after('{"temperature": 18}')
    const further = [
      ...messages,
      { role: 'assistant', content: 'It is 18.' },
      user('And in Porto?'),
    ]
    expect(argsOf({ tools, messages: further })).toEqual([{ location: 'Porto' }])
  })
})

it('never lets the end of the text into arguments', () => {
  const body = { ...weather, logit_bias: { [endOfText]: 100 } }
  expect(argsOf(body)).toHaveLength(1)
})
