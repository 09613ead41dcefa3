import { afterEach, describe, expect, it, vi } from 'vitest'
import { chunk } from './fixtures/chunks.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Reply } from './reply.ts'
import type { Attempt, RunEvent } from './run-events.ts'

function replyOf(events: RunEvent[]): Reply {
  const reply = createReply()
  for (const event of events) applyEvent(reply, event)
  return reply
}

const said = (content: string, at: number): RunEvent => ({
  type: 'chunk',
  data: chunk(0, { content }),
  at,
})
const raw = (data: string, at: number): RunEvent => ({ type: 'chunk', data, at })
const end = (at: number): RunEvent => ({ type: 'end', at })
const failure = (kind: 'stopped' | 'interrupted' | 'upstream', at: number): RunEvent => ({
  type: 'failure',
  failure: { kind, message: `It was ${kind}.` },
  at,
})
const attempt = (number: number, model: string, startedAt: number): Attempt => ({
  number,
  provider: 'openai',
  model,
  omitted: [],
  startedAt,
  request: { method: 'POST', url: 'https://example.com', headers: {}, body: '{}' },
})

afterEach(() => vi.restoreAllMocks())

describe('a run', () => {
  it('goes from waiting over streaming to done, and counts its versions', () => {
    const reply = createReply()
    const seen = [said('a', 5), said('b', 6), end(7)].map((event) => {
      applyEvent(reply, event)
      return [reply.status, reply.version]
    })
    expect(createReply().status).toBe('waiting')
    expect(seen).toEqual([
      ['streaming', 1],
      ['streaming', 2],
      ['done', 3],
    ])
    expect(reply).toMatchObject({ firstByteAt: 5, firstTokenAt: 5, endedAt: 7 })
  })

  it('keeps each attempt with its answer, its failure and the wait after it', () => {
    const busy = { kind: 'upstream' as const, message: 'Busy.', status: 503 }
    const reply = replyOf([
      { type: 'attempt', attempt: attempt(1, 'a', 0) },
      { type: 'response', status: 503, headers: { 'retry-after': '1' }, at: 10 },
      { type: 'retry', failure: busy, waitMs: 1000, why: 'backoff', at: 11 },
      { type: 'attempt', attempt: attempt(2, 'b', 1011) },
      { type: 'response', status: 200, headers: {}, at: 1020 },
      said('Hi', 1030),
      end(1040),
    ])
    expect(reply.attempts).toMatchObject([
      { model: 'a', status: 503, headers: { 'retry-after': '1' }, failure: busy, waitMs: 1000 },
      { model: 'b', status: 200, answeredAt: 1020 },
    ])
    expect(reply.attempts[1]).not.toHaveProperty('failure')
    expect(reply.status).toBe('done')
  })

  it('leaves the events as they were', () => {
    const event: RunEvent = { type: 'attempt', attempt: attempt(1, 'a', 0) }
    const before = structuredClone(event)
    replyOf([event, { type: 'response', status: 200, headers: {}, at: 1 }, failure('upstream', 2)])
    expect(event).toEqual(before)
  })
})

describe('a run that goes wrong', () => {
  it('keeps what arrived before a failure', () => {
    const reply = replyOf([said('So far', 1), failure('interrupted', 2), end(3)])
    expect(reply.status).toBe('failed')
    expect(reply.choices[0]?.content).toBe('So far')
    expect(reply.endedAt).toBe(2)
  })

  it('blames the last attempt for a failure, but not for a stop', () => {
    const first: RunEvent = { type: 'attempt', attempt: attempt(1, 'a', 0) }
    expect(replyOf([first, failure('upstream', 1)]).attempts[0]?.failure?.kind).toBe('upstream')
    expect(replyOf([first, failure('stopped', 1)]).attempts[0]?.failure).toBeUndefined()
  })

  it('stays stopped, whatever was still on its way', () => {
    const reply = replyOf([said('a', 1), failure('stopped', 2), said('b', 3), end(4)])
    expect(reply).toMatchObject({ status: 'stopped', endedAt: 2, failure: { kind: 'stopped' } })
    expect(reply.choices[0]?.content).toBe('ab')
  })

  it('never ends before its last event, though a failure on this side has no clock', () => {
    expect(replyOf([said('a', 500), failure('stopped', 0)]).endedAt).toBe(500)
    expect(replyOf([said('a', 500), said('b', Number.NaN), end(0)]).endedAt).toBe(500)
  })

  it('says so when a chunk cannot be read, and goes on to the end', () => {
    for (const [data, wanted] of [
      ['{oops', 'valid JSON'],
      ['[]', 'a JSON object'],
    ] as const) {
      const reply = replyOf([raw(data, 1), said('x', 2)])
      expect(reply.failure?.message).toContain(`was not ${wanted}`)
      expect(reply).toMatchObject({ status: 'streaming', choices: [{ content: 'x' }] })
      applyEvent(reply, end(9))
      expect(reply).toMatchObject({ status: 'failed', endedAt: 9 })
    }
  })

  it('takes an error in the stream for a failure, alone or beside choices', () => {
    const error = { message: 'Overloaded.', type: 'server_error', code: 503, param: null }
    const beside = {
      error,
      choices: [{ index: 0, delta: { content: '!' }, finish_reason: 'error' }],
    }
    for (const [body, content] of [
      [{ error }, 'a'],
      [beside, 'a!'],
    ] as const) {
      const reply = replyOf([said('a', 1), raw(JSON.stringify(body), 2), end(3)])
      expect(reply).toMatchObject({ status: 'failed', choices: [{ content }] })
      expect(reply.failure).toEqual({ kind: 'upstream', message: 'Overloaded.', code: '503' })
    }
  })

  it('knows an error that is a text, and an empty one for none', () => {
    const failureAfter = (error: unknown) =>
      replyOf([raw(JSON.stringify({ error, code: 'busy' }), 1), end(2)]).failure?.message
    expect(failureAfter('Too busy.')).toBe('Too busy.')
    expect(failureAfter({ code: 1 })).toContain('reported an error')
    expect([null, '', {}, []].map(failureAfter)).toEqual(Array(4).fill(undefined))
  })
})

describe('raw texts', () => {
  it('are kept in order, without the end mark', () => {
    const reply = replyOf([said('a', 1), said('b', 2), raw('[DONE]', 3), end(4)])
    expect(reply.raw).toMatchObject({ streamed: true })
    expect(reply.raw.texts).toEqual([chunk(0, { content: 'a' }), chunk(0, { content: 'b' })])
    expect(reply.failure).toBeUndefined()
  })

  it('are all kept, however long, and each only once', () => {
    const long = JSON.stringify({ choices: [], pad: 'x'.repeat(15_000_000) })
    const reply = replyOf([raw(long, 1), raw(long, 2), said('end', 3)])
    expect(reply.raw.texts).toHaveLength(3)
    expect(reply.raw.texts[1]).toBe(long)
    expect(reply.raw.characters).toBeGreaterThan(30_000_000)
    expect(reply.choices[0]?.content).toBe('end')
  })
})

describe('ten thousand tokens with five alternatives each', () => {
  const eventOf = (index: number): RunEvent => {
    const top_logprobs = Array.from({ length: 5 }, (_, place) => ({
      token: ` w${(index + place) % 997}`,
      logprob: -place,
    }))
    const entry = { token: ` w${index}`, logprob: -1, top_logprobs }
    return raw(chunk(0, { content: ` w${index}` }, { content: [entry] }), index)
  }

  /** How many texts are parsed and how many numbers moved for a reply of so many tokens. */
  function work(count: number) {
    const events = Array.from({ length: count }, (_, index) => eventOf(index))
    const parse = vi.spyOn(JSON, 'parse')
    const moves = [Uint8Array, Uint32Array, Float64Array].map((kind) =>
      vi.spyOn(kind.prototype, 'set'),
    )
    const reply = replyOf(events)
    const moved = moves
      .flatMap(({ mock }) => mock.calls)
      .reduce((sum, [values]) => sum + values.length, 0)
    const done = { reply, parsed: parse.mock.calls.length, moved }
    vi.restoreAllMocks()
    return done
  }

  it('cost twice the work of five thousand', () => {
    const [half, all] = [work(5000), work(10_000)]
    expect(all.reply.choices[0]?.tokens.length).toBe(10_000)
    expect(all.reply.choices[0]?.tokens.token(9999)?.alternatives).toHaveLength(5)
    expect([half.parsed, all.parsed]).toEqual([5000, 10_000])
    expect(half.moved).toBeGreaterThan(0)
    expect(all.moved / half.moved).toBeLessThan(2.5)
  })

  it('are added to the same reply and stores, without a copy', () => {
    const reply = replyOf([eventOf(0)])
    const { choices, raw: texts } = reply
    const [choice] = choices
    const tokens = choice?.tokens
    for (let index = 1; index < 100; index += 1) applyEvent(reply, eventOf(index))
    expect(reply.choices).toBe(choices)
    expect(reply.choices[0]).toBe(choice)
    expect(reply.choices[0]?.tokens).toBe(tokens)
    expect(reply.raw).toBe(texts)
    expect(tokens?.length).toBe(100)
  })
})
