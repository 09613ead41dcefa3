import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunk, entryOf, tokensOf } from './fixtures/chunks.ts'
import { seedExample } from './fixtures/seed-example.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Reply } from './reply.ts'
import type { RunEvent } from './run-events.ts'
import { TokenText } from './token-text.ts'

function replyOf(events: RunEvent[]): Reply {
  const reply = createReply()
  for (const event of events) applyEvent(reply, event)
  return reply
}

const chunks = (...texts: string[]): RunEvent[] => [
  ...texts.map((data, index) => ({ type: 'chunk' as const, data, at: index + 1 })),
  { type: 'end', at: 99 },
]
const whole = (body: unknown): RunEvent[] => [
  { type: 'completion', data: JSON.stringify(body), at: 5 },
  { type: 'end', at: 6 },
]

describe('a whole reply', () => {
  it('shows the whole content of the seed’s example, though only one token is listed', () => {
    const reply = replyOf(whole(seedExample))
    const choice = reply.choices[0]
    expect(reply).toMatchObject({
      status: 'done',
      id: seedExample.id,
      created: 1768721350,
      systemFingerprint: 'fp_29330a9688',
    })
    expect(choice?.content).toBe(seedExample.choices[0]?.message.content)
    expect(choice?.tokens.length).toBe(1)
    expect(choice?.tokens.token(0)?.alternatives.map(({ token }) => token)).toEqual([
      'The',
      'In',
      'Currently',
    ])
    const text = choice?.content ?? ''
    const segments = choice ? new TokenText(choice.tokens).segments(text) : []
    expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(segments.some(({ mismatch }) => mismatch)).toBe(false)
  })

  it('reads the older shape of log probabilities', () => {
    const reply = replyOf(
      whole({
        choices: [
          {
            index: 0,
            message: { content: 'Hi there' },
            logprobs: {
              tokens: ['Hi', ' there'],
              token_logprobs: [-0.1, null],
              top_logprobs: [{ Ho: -3, Hi: -0.1 }],
            },
          },
        ],
      }),
    )
    const tokens = reply.choices[0]?.tokens
    expect(tokens?.token(0)?.alternatives.map(({ token }) => token)).toEqual(['Hi', 'Ho'])
    expect(tokens?.token(1)?.logprob).toBeNull()
  })
})

describe('a streamed reply', () => {
  it('is the same as the whole one, however it was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (text, size, perChunk) => {
          const tokens = tokensOf(text, size).map((one) => entryOf(one))
          const parts: string[] = []
          for (let at = 0; at < tokens.length; at += perChunk) {
            parts.push(chunk(0, {}, { content: tokens.slice(at, at + perChunk) }))
          }
          const streamed = replyOf(
            chunks(
              chunk(0, { role: 'assistant', content: text }),
              ...parts,
              chunk(0, {}, undefined, 'stop'),
            ),
          )
          const atOnce = replyOf(
            whole({
              choices: [
                {
                  index: 0,
                  message: { role: 'assistant', content: text },
                  logprobs: { content: tokens },
                  finish_reason: 'stop',
                },
              ],
            }),
          )
          const view = ({ choices: [choice] }: Reply) => ({
            content: choice?.content,
            finish: choice?.finishReason,
            tokens: Array.from({ length: choice?.tokens.length ?? 0 }, (_, index) =>
              choice?.tokens.token(index),
            ),
          })
          expect(view(streamed)).toEqual(view(atOnce))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('keeps interleaved choices apart', () => {
    const reply = replyOf(
      chunks(chunk(1, { content: 'b' }), chunk(0, { content: 'a' }), chunk(1, { content: 'B' })),
    )
    expect(reply.choices.map(({ index, content }) => [index, content])).toEqual([
      [0, 'a'],
      [1, 'bB'],
    ])
  })

  it('puts tool calls together from their pieces', () => {
    const call = (index: number, rest: object) => chunk(0, { tool_calls: [{ index, ...rest }] })
    const reply = replyOf(
      chunks(
        call(0, { id: 'c0', type: 'function', function: { name: 'f', arguments: '' } }),
        call(1, { id: 'c1', type: 'function', function: { name: 'g', arguments: '{}' } }),
        call(0, { function: { arguments: '{"a"' } }),
        call(0, { function: { arguments: ':1}' } }),
      ),
    )
    expect(
      reply.choices[0]?.toolCalls.map(({ id, name, arguments: text }) => [id, name, text]),
    ).toEqual([
      ['c0', 'f', '{"a":1}'],
      ['c1', 'g', '{}'],
    ])
  })

  it('keeps what arrived before a failure', () => {
    const reply = replyOf([
      { type: 'chunk', data: chunk(0, { content: 'So far' }), at: 1 },
      { type: 'failure', failure: { kind: 'interrupted', message: 'cut' }, at: 2 },
      { type: 'end', at: 3 },
    ])
    expect(reply.status).toBe('failed')
    expect(reply.choices[0]?.content).toBe('So far')
    expect(reply.endedAt).toBe(2)
  })

  it('says so when a chunk is not JSON, and goes on', () => {
    const reply = replyOf(chunks('{oops', chunk(0, { content: 'x' })))
    expect(reply.failure?.message).toContain('not valid JSON')
    expect(reply.choices[0]?.content).toBe('x')
  })

  it('reads usage from a chunk without choices, and from LiteLLM’s with an empty one', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 }
    expect(replyOf(chunks(JSON.stringify({ choices: [], usage }))).usage).toEqual({
      prompt: 1,
      completion: 2,
      total: 3,
    })
    const empty = JSON.stringify({ choices: [{ index: 0, delta: {} }], usage })
    expect(replyOf(chunks(chunk(0, { content: 'a' }), empty)).usage?.total).toBe(3)
  })

  it('notes when the first text came, not the first empty chunk', () => {
    expect(
      replyOf(chunks(chunk(0, { role: 'assistant', content: '' }), chunk(0, { content: 'a' })))
        .firstTokenAt,
    ).toBe(2)
  })
})
