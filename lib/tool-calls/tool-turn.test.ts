import { describe, expect, it } from 'vitest'
import { emptyChoice, createReply, type Choice, type Reply } from '#lib/reply/reply.ts'
import { messagesSchema } from '#lib/request/messages.ts'
import { mockAnswer } from './mock-answer.ts'
import { hasCalls, toolTurn, toolTurnsSinceUser, withToolTurn } from './tool-turn.ts'

const user = { role: 'user', content: 'Weather in Oslo and Rome?' }

function calling(...calls: [id: string, name: string, text?: string][]): Choice {
  return {
    ...emptyChoice(0),
    finishReason: 'tool_calls',
    toolCalls: calls.map(([id, name, text = '{}'], index) => ({
      index,
      id,
      type: 'function',
      name,
      arguments: text,
    })),
  }
}

describe('toolTurn', () => {
  it('is the reply and one result for each call, in the order of the calls', () => {
    const turn = toolTurn(calling(['a', 'get_weather', '{"city":"Oslo"}'], ['b', 'get_time']), [
      'cold',
      'late',
    ])
    expect(turn).toEqual([
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            id: 'a',
            type: 'function',
            function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
          },
          { id: 'b', type: 'function', function: { name: 'get_time', arguments: '{}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'a', content: 'cold' },
      { role: 'tool', tool_call_id: 'b', content: 'late' },
    ])
    expect(messagesSchema.safeParse([user, ...turn]).success).toBe(true)
  })

  it('gives every call an id of its own where the provider did not', () => {
    const turn = toolTurn(calling(['', 'f'], ['x', 'f'], ['x', 'f'], ['call_1', 'f']), [])
    const results = turn.slice(1).map((one) => one.role === 'tool' && one.tool_call_id)
    expect(results).toEqual(['call_1', 'x', 'call_3', 'call_4'])
    expect(turn[0]).toMatchObject({ tool_calls: results.map((id) => ({ id })) })
  })
})

describe('withToolTurn', () => {
  const choice = calling(['a', 'f'], ['b', 'g'])

  it('puts the turn at the end', () => {
    const turn = toolTurn(choice, ['1', '2'])
    expect(withToolTurn([user], turn, 1)).toEqual([user, ...turn])
    expect(hasCalls([user], choice, 1)).toBe(false)
  })

  it('replaces results that stand there, and keeps what follows them', () => {
    const added = [user, ...toolTurn(choice, ['', '']), { role: 'user', content: 'And?' }]
    expect(hasCalls(added, choice, 1)).toBe(true)
    expect(withToolTurn(added, toolTurn(choice, ['1', '2']), 1)).toEqual([
      user,
      ...toolTurn(choice, ['1', '2']),
      { role: 'user', content: 'And?' },
    ])
  })
})

describe('calls whose ids come again', () => {
  it('are another turn', () => {
    const choice = calling(['call_0', 'f'])
    const before = [user, ...toolTurn(choice, ['1'])]
    expect(hasCalls(before, choice, before.length)).toBe(false)
    expect(withToolTurn(before, toolTurn(choice, ['2']), before.length)).toHaveLength(5)
  })
})

describe('mockAnswer', () => {
  const mocks = (most_turns: number, ...names: string[]) => ({
    results: names.map((name) => ({ name, content: `of ${name}` })),
    most_turns,
  })
  const done = (choice: Choice): Reply => ({ ...createReply(), status: 'done', choices: [choice] })
  const asked = (tool_mocks: unknown, messages: unknown[] = [user]) => ({ messages, tool_mocks })

  it('answers every call of the first choice with the result of its tool', () => {
    const answer = mockAnswer(
      asked(mocks(5, 'f', 'g')),
      done(calling(['a', 'g'], ['b', 'f'], ['c', 'g'])),
    )
    expect(answer).toMatchObject({ kind: 'answered', names: ['g', 'f'], turn: 1, most: 5 })
    const contents =
      answer?.kind === 'answered' &&
      answer.messages.slice(2).map((one) => (one as { content: string }).content)
    expect(contents).toEqual(['of g', 'of f', 'of g'])
  })

  it('stops after so many turns since the user spoke', () => {
    const one = toolTurn(calling(['a', 'f']), ['x'])
    const two = [user, ...one, ...toolTurn(calling(['b', 'f']), ['x'])]
    expect(toolTurnsSinceUser(two)).toBe(2)
    const reply = done(calling(['c', 'f']))
    expect(mockAnswer(asked(mocks(3, 'f'), two), reply)).toMatchObject({ turn: 3 })
    expect(mockAnswer(asked(mocks(2, 'f'), two), reply)).toEqual({ kind: 'enough', most: 2 })
    expect(mockAnswer(asked(mocks(2, 'f'), [...two, user]), reply)).toMatchObject({ turn: 1 })
  })

  it('names the tools that have no result, and answers none of the calls then', () => {
    expect(mockAnswer(asked(mocks(5, 'f')), done(calling(['a', 'f'], ['b', 'g'])))).toEqual({
      kind: 'missing',
      names: ['g'],
    })
  })

  it('leaves alone what was stopped, what failed, and what calls nothing', () => {
    const settings = asked(mocks(5, 'f'))
    expect(
      mockAnswer(settings, { ...done(calling(['a', 'f'])), status: 'stopped' }),
    ).toBeUndefined()
    expect(mockAnswer(settings, done(emptyChoice(0)))).toBeUndefined()
    expect(mockAnswer(asked(undefined), done(calling(['a', 'f'])))).toBeUndefined()
  })
})
