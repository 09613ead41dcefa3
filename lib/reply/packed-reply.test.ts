import { describe, expect, it, vi } from 'vitest'
import { buffersOf, packReply } from './packed-reply.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Reply } from './reply.ts'
import type { RunEvent } from './run-events.ts'

function replyOf(events: RunEvent[]): Reply {
  const reply = createReply()
  for (const event of events) applyEvent(reply, event)
  return reply
}

const end = (at: number): RunEvent => ({ type: 'end', at })
const cut: RunEvent = { type: 'failure', failure: { kind: 'interrupted', message: 'Cut.' }, at: 3 }

describe('a whole reply in parts', () => {
  const text = JSON.stringify({
    id: 'chatcmpl-9',
    choices: [
      {
        message: { content: 'Rain falls.' },
        logprobs: {
          content: ['Rain', ' falls', '.'].map((token, id) => ({
            token,
            id,
            logprob: -1,
            bytes: [...new TextEncoder().encode(token)],
            top_logprobs: [{ token, logprob: -1 }],
          })),
        },
        finish_reason: 'stop',
      },
    ],
    usage: { completion_tokens: 3 },
  })
  const parts: RunEvent[] = [
    { type: 'part', data: text.slice(0, 40), at: 1 },
    { type: 'part', data: text.slice(40, 90), at: 2 },
  ]
  const rest = { type: 'completion' as const, data: text.slice(90), at: 3 }
  const atOnce = replyOf([{ type: 'completion', data: text, at: 3 }, end(4)])
  const entries = ({ choices: [choice] }: Reply) =>
    [0, 1, 2, 3].map((index) => choice?.tokens.token(index))

  it('is read from its joined text', () => {
    const reply = replyOf([...parts, rest, end(4)])
    expect(reply).toMatchObject({ status: 'done', firstByteAt: 1, firstTokenAt: 3 })
    expect(reply.raw).toEqual({
      texts: [text.slice(0, 40), text.slice(40, 90), text.slice(90)],
      characters: text.length,
      streamed: false,
    })
    expect(entries(reply)).toEqual(entries(atOnce))
    expect(entries(reply)[1]).toMatchObject({ token: ' falls', id: 1 })
  })

  it('takes what another thread has read in it, without reading it again', () => {
    const read = structuredClone(packReply(text, 3))
    const parse = vi.spyOn(JSON, 'parse')
    const reply = replyOf([...parts, { ...rest, read }, end(4)])
    expect(parse).not.toHaveBeenCalled()
    vi.restoreAllMocks()
    const view = ({ id, status, usage, firstTokenAt, endedAt, choices }: Reply) => ({
      id,
      status,
      usage,
      firstTokenAt,
      endedAt,
      choices: choices.map(({ content, finishReason, tokens }) => [
        content,
        finishReason,
        tokens.length,
        tokens.mostAlternatives,
      ]),
    })
    expect(view(reply)).toEqual(view(atOnce))
    expect(entries(reply)).toEqual(entries(atOnce))
    // A token that is added later finds those that were handed over.
    reply.choices[0]?.tokens.append({
      token: 'Rain',
      logprob: -2,
      bytes: [82, 97, 105, 110],
      alternatives: [],
    })
    expect(reply.choices[0]?.tokens.token(3)).toMatchObject({ token: 'Rain', id: 0 })
    expect(read.choices[0]?.tokens.table.texts).toHaveLength(6)
  })

  it('hands over every column without a copy', () => {
    const read = packReply(text, 3)
    const moved = structuredClone(read, { transfer: buffersOf(read) })
    expect(read.choices[0]?.tokens.logprobs).toHaveLength(0)
    expect(moved.choices[0]?.tokens.logprobs).toHaveLength(3)
  })

  it('passes on that the text cannot be read', () => {
    const reply = replyOf([{ ...rest, read: packReply('{"choices": [', 3) }, end(4)])
    expect(reply.failure?.message).toContain('was not valid JSON')
  })

  it('keeps its parts where the rest never came', () => {
    const reply = replyOf([...parts, cut, end(4)])
    expect(reply).toMatchObject({ status: 'failed', choices: [] })
    expect(reply.raw.texts).toHaveLength(2)
  })
})
