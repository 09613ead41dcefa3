import { describe, expect, it } from 'vitest'
import { messageSchema } from '#lib/request/messages.ts'
import { assistantMessage } from './assistant-message.ts'
import { readBody } from './read-body.ts'
import { choiceAt, createReply } from './reply.ts'

function messageAfter(message: object) {
  const reply = createReply()
  readBody(reply, { choices: [{ index: 0, message }] }, 1)
  return assistantMessage(choiceAt(reply, 0))
}

const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }
const custom = { id: 'd', type: 'custom', custom: { name: 'shell', input: 'ls' } }

describe('assistantMessage', () => {
  it('continues with the text alone', () => {
    expect(messageAfter({ content: 'x', refusal: null })).toEqual({
      role: 'assistant',
      content: 'x',
    })
  })

  it('continues with tool calls as the provider sent them', () => {
    const tool_calls = [call, custom]
    expect(messageAfter({ content: null, tool_calls })).toEqual({
      role: 'assistant',
      content: null,
      tool_calls,
    })
    expect(messageAfter({ content: 'So:', tool_calls })).toMatchObject({ content: 'So:' })
  })

  it('continues with a refusal', () => {
    expect(messageAfter({ content: null, refusal: 'No.' })).toEqual({
      role: 'assistant',
      content: null,
      refusal: 'No.',
    })
  })

  it('gives messages that a request accepts', () => {
    for (const message of [{ content: '' }, { refusal: 'No.' }, { tool_calls: [call, custom] }])
      expect(messageSchema.safeParse(messageAfter(message)).success).toBe(true)
  })
})
