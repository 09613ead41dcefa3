import { describe, expect, it } from 'vitest'
import { fitChat, parseTeachingRequest } from '../index.ts'
import { textOf, replyTo } from '../reply/reply.fixture.ts'
import { countTokens, encode } from '../tokens.ts'
import { sampleTools } from '../tools/tools.fixture.ts'

function lastOf<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}

function sizeOf(body: Record<string, unknown>) {
  const parsed = parseTeachingRequest(body)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return lastOf(fitChat(parsed.value))
}

const user = { role: 'user', content: 'Tell me about rain.' }
const system = { role: 'system', content: 'Be brief.' }
const said = { role: 'assistant', content: 'Rain is water' }
const call = {
  role: 'assistant',
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'get_time', arguments: '{}' } }],
}
const result = { role: 'tool', tool_call_id: 'a', content: '12:30' }

describe('the context window', () => {
  it.each([
    ['a question', { messages: [user] }],
    ['a conversation', { messages: [system, user, said, user] }],
    ['a prefix', { messages: [user, said] }],
    ['a prefix in ids', { messages: [user, said], prefix_token_ids: [290, 976] }],
    ['tools', { messages: [user], tools: [sampleTools.get_time] }],
    ['a call and its result', { messages: [user, call, result], tools: [sampleTools.get_time] }],
    ['an empty prefix', { messages: [user, said, user, said], prefix_token_ids: [] }],
  ])('counts %s as usage does', (_, body) => {
    const { prompt_tokens } = replyTo({ ...body, max_tokens: 1 }).usage
    expect(sizeOf(body)).toEqual({ ok: true, value: prompt_tokens })
  })

  it('refuses what is too long with its reply, and names the numbers', () => {
    const long = { messages: [{ role: 'user', content: ' rain'.repeat(32_766 - 100) }] }
    expect(sizeOf({ ...long, max_tokens: 100 })).toEqual({ ok: true, value: 32_668 })
    const over = sizeOf({ ...long, max_tokens: 101 })
    expect(over).toMatchObject({
      error: { kind: 'invalid', status: 400, code: 'context_length_exceeded', param: 'messages' },
    })
    for (const number of ['32768', '32668', '101']) expect(JSON.stringify(over)).toContain(number)
  })
})

describe('countTokens', () => {
  it('agrees with encode, and pauses between words', () => {
    for (const text of ['', user.content, '🦩 日本', 'x'.repeat(5000), textOf({})]) {
      expect(lastOf(countTokens(text, Infinity))).toBe(encode(text).length)
    }
    expect([...countTokens('one two three', 9)]).toHaveLength(3)
  })

  it('ends early once there is too much', () => {
    expect(lastOf(countTokens(' rain'.repeat(1000), 10))).toBe(11)
  })
})
