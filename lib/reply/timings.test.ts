import { describe, expect, it } from 'vitest'
import { chunk } from './fixtures/chunks.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Reply } from './reply.ts'
import { timingsOf } from './timings.ts'

/** A reply of `count` tokens, from 100 ms to 600 ms, with what its last chunk says. */
function replyOf(count: number, delta: object = {}, rest: object = {}): Reply {
  const reply = createReply()
  const content = Array.from({ length: count }, () => ({ token: 'a', logprob: -1 }))
  const first = chunk(0, { role: 'assistant', content: '' })
  const all = chunk(0, { content: 'a'.repeat(count), ...delta }, { content })
  applyEvent(reply, { type: 'chunk', data: first, at: 50 })
  applyEvent(reply, { type: 'chunk', data: all, at: 100 })
  applyEvent(reply, { type: 'chunk', data: JSON.stringify({ choices: [], ...rest }), at: 550 })
  return reply
}

function ended(reply: Reply): Reply {
  applyEvent(reply, { type: 'end', at: 600 })
  return reply
}

const usage = (completion_tokens: number, reasoning_tokens: number) => ({
  usage: { completion_tokens, completion_tokens_details: { reasoning_tokens } },
})

describe('timingsOf', () => {
  it('tells the first data from the first token', () => {
    expect(timingsOf(ended(replyOf(6)))).toEqual({
      startedAt: 0,
      firstByteAt: 50,
      firstTokenAt: 100,
      endedAt: 600,
      tokensPerSecond: 10,
    })
  })

  it('has no speed before the end, for one token, or for a reply in one piece', () => {
    expect(timingsOf(replyOf(6)).tokensPerSecond).toBeUndefined()
    expect(timingsOf(ended(replyOf(1))).tokensPerSecond).toBeUndefined()
    const whole = createReply()
    const body = { choices: [{ message: { content: 'x' } }], ...usage(6, 0) }
    applyEvent(whole, { type: 'completion', data: JSON.stringify(body), at: 100 })
    expect(timingsOf(ended(whole)).tokensPerSecond).toBeUndefined()
    expect(timingsOf(createReply())).toMatchObject({ firstByteAt: undefined, endedAt: undefined })
  })

  it('believes the provider’s count, without reasoning that came before the first token', () => {
    expect(timingsOf(ended(replyOf(6, {}, usage(11, 0)))).tokensPerSecond).toBe(20)
    expect(timingsOf(ended(replyOf(6, {}, usage(106, 100)))).tokensPerSecond).toBe(10)
    const shown = replyOf(6, { reasoning_content: 'Hm' }, usage(106, 100))
    expect(timingsOf(ended(shown)).tokensPerSecond).toBe(210)
  })
})
