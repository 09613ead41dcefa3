import { describe, expect, it } from 'vitest'
import type { Message } from '#lib/request/messages.ts'
import { findCallProblem, toTurns } from './tool-messages.ts'

const question: Message = { role: 'user', content: 'Is it wet?' }
const result = (id: string): Message => ({ role: 'tool', tool_call_id: id, content: 'Yes' })
const calls = (...ids: string[]): Message => ({
  role: 'assistant',
  content: null,
  tool_calls: ids.map((id) => ({ id, type: 'function', function: { name: 'f', arguments: '{}' } })),
})

describe('findCallProblem', () => {
  it.each<[Message[], string]>([
    [[question, result('a')], 'messages[1]: no call “a”'],
    [[question, calls('a'), result('b')], 'messages[2]: no call “b”'],
    [[question, calls('a'), result('a'), result('a')], 'messages[3]: no call “a”'],
    [[question, calls('a'), result('a'), question, result('a')], 'messages[4]'],
    [[question, calls('a', 'b'), result('b')], 'messages[1]: the call “a” has no result'],
    [[question, calls('a'), question], 'messages[1]: the call “a” has no result'],
    [[question, calls('a')], 'messages[1]: the call “a” has no result'],
    [
      [question, { role: 'assistant', tool_calls: [{ id: 'a', type: 'custom' }] }, result('a')],
      'messages[1].tool_calls[0]',
    ],
  ])('tells what is out of its place in conversation %#', (messages, words) => {
    expect(findCallProblem(messages)).toMatchObject({ param: 'messages' })
    expect(findCallProblem(messages)?.message).toContain(words)
  })

  it('is content where each call has its result, in any order', () => {
    const whole = [question, calls('a', 'b'), result('b'), result('a'), question]
    expect(findCallProblem(whole)).toBeUndefined()
    expect(findCallProblem([question, calls('a'), result('a'), calls('a'), result('a')])).toBe(
      undefined,
    )
  })
})

describe('toTurns', () => {
  it('tells a result which call it answers', () => {
    const turns = toTurns([question, calls('a', 'b'), result('b'), result('a')])
    expect(turns.map(({ speaker, answers }) => [speaker, answers?.id])).toEqual([
      ['user', undefined],
      ['assistant', undefined],
      ['tool', 'b'],
      ['tool', 'a'],
    ])
    expect(turns[1]?.calls).toHaveLength(2)
  })
})
