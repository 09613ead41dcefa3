import { describe, expect, it } from 'vitest'
import { parseTeachingRequest } from './request.ts'

const messages = [{ role: 'user', content: 'Tell me about rain.' }]

function refusal(body: unknown) {
  const parsed = parseTeachingRequest(body)
  if (parsed.ok) throw new Error('The request was accepted.')
  return parsed.error
}

describe('a request that cannot be answered', () => {
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

  it.each([
    [{ functions: [] }, 'functions'],
    [{ function_call: 'auto' }, 'function_call'],
  ])('cannot do %o and names it', (body, param) => {
    const failure = refusal({ messages, ...body })
    expect(failure).toMatchObject({ status: 400, code: 'unsupported_parameter', param })
    expect(failure.message).toContain(param)
  })

  const f = { type: 'function', function: { name: 'f' } }
  const custom = { type: 'custom', custom: { name: 'g' } }
  const chosen = { type: 'function', function: { name: 'h' } }
  const allowed = (...tools: unknown[]) => ({
    type: 'allowed_tools',
    allowed_tools: { mode: 'auto', tools },
  })
  it.each([
    [{ tools: [] }, 'tools', 'at least one'],
    [{ tools: [f, f] }, 'tools', 'f'],
    [
      {
        tools: Array.from({ length: 129 }, (_, index) => ({
          type: 'function',
          function: { name: `f${index}` },
        })),
      },
      'tools',
      '128',
    ],
    [{ tools: [{ type: 'function', function: { name: 'a b' } }] }, 'tools', 'name'],
    [{ tools: [f, custom] }, 'tools', 'g'],
    [
      { tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'array' } } }] },
      'tools',
      'object',
    ],
    [
      {
        tools: [
          {
            type: 'function',
            function: { name: 'f', parameters: { type: 'object', patternProperties: {} } },
          },
        ],
      },
      'tools',
      'patternProperties',
    ],
    [{ tool_choice: 'auto' }, 'tool_choice', 'tools'],
    [{ tools: [f], tool_choice: chosen }, 'tool_choice', 'h'],
    [{ tools: [f], tool_choice: allowed(chosen) }, 'tool_choice', 'h'],
    [{ tools: [f], tool_choice: allowed() }, 'tool_choice', 'Allow at least one tool'],
    [{ parallel_tool_calls: true }, 'parallel_tool_calls', 'tools'],
  ])('refuses the tools %o at %s', (body, param, word) => {
    const failure = refusal({ messages, ...body })
    expect(failure).toMatchObject({ status: 400, param })
    expect(failure.message).toContain(word)
  })

  it('answers for no other model and reads no images', () => {
    expect(refusal({ messages, model: 'gpt-4o' })).toMatchObject({
      status: 404,
      code: 'model_not_found',
      param: 'model',
    })
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }
    const failure = refusal({ messages: [{ role: 'user', content: [image] }] })
    expect(failure).toMatchObject({ status: 400, param: 'messages', code: 'unsupported_value' })
    expect(failure.message).toContain('messages[0]')
  })
})
