import { describe, expect, it } from 'vitest'
import { chunk } from './fixtures/chunks.ts'
import { gapsOf, highestOf } from './gaps.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Reply } from './reply.ts'

const said = (index: number, ...tokens: string[]) =>
  chunk(
    index,
    { content: tokens.join('') },
    { content: tokens.map((token) => ({ token, logprob: -1 })) },
  )

function streamed(...chunks: [at: number, data: string][]): Reply {
  const reply = createReply()
  for (const [at, data] of chunks) applyEvent(reply, { type: 'chunk', data, at })
  return reply
}

const gapsIn = (reply: Reply, place = 0) => {
  const choice = reply.choices[place]
  return choice && gapsOf(choice)
}

describe('gapsOf', () => {
  it('tells the pauses between chunks, and before which token the longest was', () => {
    const reply = streamed(
      [5, chunk(0, { role: 'assistant', content: '' })],
      [10, said(0, 'a')],
      [12, said(0, 'b', 'c')],
      [112, said(0, 'd', 'e')],
      [113, said(0, 'f')],
    )
    expect(gapsIn(reply)).toEqual({
      all: Float64Array.of(2, 100, 1),
      median: 2,
      p95: 100,
      longest: { ms: 100, chunk: 3, token: 3 },
    })
    const tokens = reply.choices[0]?.tokens
    expect([0, 1, 2, 3, 5, 6].map((index) => tokens?.arrival(index))).toEqual([
      10,
      12,
      12,
      112,
      113,
      Number.NaN,
    ])
  })

  it('keeps the times of interleaved choices apart', () => {
    const reply = streamed(
      [10, said(0, 'a')],
      [20, said(1, 'A')],
      [30, said(0, 'b')],
      [70, said(1, 'B')],
    )
    expect([gapsIn(reply, 0)?.median, gapsIn(reply, 1)?.median]).toEqual([20, 50])
  })

  it('counts reasoning and tool calls, and knows no token where none was listed', () => {
    const call = { index: 0, id: 'c', function: { name: 'f', arguments: '{' } }
    const reply = streamed(
      [10, chunk(0, { reasoning: 'Hm' }, { content: [{ token: 'Hm', logprob: -1 }] })],
      [30, chunk(0, { tool_calls: [call] })],
      [90, chunk(0, { tool_calls: [{ index: 0, function: { arguments: '}' } }] })],
    )
    expect(gapsIn(reply)).toMatchObject({ longest: { ms: 60, chunk: 3, token: undefined } })
  })

  it('says nothing of what came in one piece', () => {
    expect(gapsIn(streamed([10, said(0, 'a', 'b', 'c')]))).toBeUndefined()
    const whole = createReply()
    const choices = [{ message: { content: 'a' }, logprobs: { content: [{ token: 'a' }] } }]
    applyEvent(whole, { type: 'completion', data: JSON.stringify({ choices }), at: 5 })
    expect(gapsIn(whole)).toBeUndefined()
    expect(whole.choices[0]?.tokens.arrival(0)).toBeNaN()
  })
})

describe('highestOf', () => {
  it('keeps the highest gap of every stretch', () => {
    const gaps = Float64Array.from({ length: 1000 }, (_, at) => (at === 777 ? 50 : at % 3))
    const bars = highestOf(gaps, 120)
    expect(bars).toHaveLength(120)
    expect(bars.indexOf(50)).toBe(Math.floor((777 * 120) / 1000))
    expect(Math.min(...bars)).toBe(2)
    expect(highestOf(Float64Array.of(3, 1), 120)).toEqual(Float64Array.of(3, 1))
  })
})
