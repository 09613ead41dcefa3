import { describe, expect, it } from 'vitest'
import { assistantMessage } from './assistant-message.ts'
import { auditReply } from './audit.ts'
import { applyEvent } from './reducer.ts'
import { createReply } from './reply.ts'

function replyTo(body: object) {
  const reply = createReply()
  applyEvent(reply, { type: 'completion', data: JSON.stringify(body), at: 1 })
  applyEvent(reply, { type: 'end', at: 2 })
  return reply
}

const choice = (index: number, rest: object = {}) => ({
  index,
  message: { content: 'x' },
  finish_reason: 'stop',
  ...rest,
})
const notes = (asked: Record<string, unknown>, body: object) =>
  auditReply({ model: 'gpt-4o', ...asked }, replyTo({ model: 'gpt-4o-2024-08-06', ...body })).map(
    ({ parameter }) => parameter,
  )

describe('auditReply', () => {
  it('has nothing to say when all was honoured', () => {
    expect(notes({}, { choices: [choice(0)] })).toEqual([])
  })

  it('counts the choices', () => {
    expect(notes({ n: 2 }, { choices: [choice(0)] })).toEqual(['n'])
  })

  it('misses log probabilities and alternatives', () => {
    expect(notes({ logprobs: true }, { choices: [choice(0)] })).toEqual(['logprobs'])
    const one = {
      logprobs: {
        content: [{ token: 'x', logprob: -1, top_logprobs: [{ token: 'x', logprob: -1 }] }],
      },
    }
    expect(notes({ logprobs: true, top_logprobs: 5 }, { choices: [choice(0, one)] })).toEqual([
      'top_logprobs',
    ])
    expect(notes({ logprobs: true, top_logprobs: 1 }, { choices: [choice(0, one)] })).toEqual([])
  })

  it('names another model and a cut reply', () => {
    expect(notes({}, { model: 'claude', choices: [choice(0)] })).toEqual(['model'])
    expect(notes({}, { choices: [choice(0, { finish_reason: 'length' })] })).toEqual([
      'max_completion_tokens',
    ])
  })
})

describe('assistantMessage', () => {
  it('continues with text or with tool calls', () => {
    const text = replyTo({ choices: [choice(0)] }).choices[0]
    expect(text && assistantMessage(text)).toEqual({ role: 'assistant', content: 'x' })
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }
    const calling = replyTo({
      choices: [{ index: 0, message: { content: null, tool_calls: [call] } }],
    }).choices[0]
    expect(calling && assistantMessage(calling)).toEqual({
      role: 'assistant',
      content: null,
      tool_calls: [call],
    })
  })
})
