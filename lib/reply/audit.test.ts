import { describe, expect, it } from 'vitest'
import type { Failure } from '#lib/result.ts'
import { auditReply } from './audit.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Reply } from './reply.ts'

function replyTo(body: object, failure?: Failure): Reply {
  const reply = createReply()
  applyEvent(reply, { type: 'completion', data: JSON.stringify(body), at: 1 })
  if (failure) applyEvent(reply, { type: 'failure', failure, at: 2 })
  applyEvent(reply, { type: 'end', at: 2 })
  return reply
}

const choice = (index: number, rest: object = {}) => ({
  index,
  message: { content: 'x' },
  finish_reason: 'stop',
  ...rest,
})
/** One choice whose tokens have so many alternatives each. */
const listing = (...counts: number[]) =>
  choice(0, {
    logprobs: {
      content: counts.map((count) => ({
        token: 'x',
        logprob: -1,
        top_logprobs: Array.from({ length: count }, () => ({ token: 'x', logprob: -1 })),
      })),
    },
  })
const notes = (asked: Record<string, unknown>, body: object) =>
  auditReply({ model: 'gpt-4o', ...asked }, replyTo({ model: 'gpt-4o-2024-08-06', ...body })).map(
    ({ kind }) => kind,
  )

describe('auditReply', () => {
  it('has nothing to say when all was honoured, or while the run goes on', () => {
    expect(notes({}, { choices: [choice(0)] })).toEqual([])
    const running = createReply()
    applyEvent(running, { type: 'chunk', data: '{"choices":[{"delta":{}}]}', at: 1 })
    expect(auditReply({ n: 2 }, running)).toEqual([])
  })

  it('has nothing to say about a run without a choice', () => {
    expect(auditReply({ n: 2 }, replyTo({}, { kind: 'upstream', message: '' }))).toEqual([])
  })

  it('counts the choices', () => {
    expect(auditReply({ n: 2 }, replyTo({ choices: [choice(0)] }))).toEqual([
      {
        kind: 'choices',
        level: 'warning',
        message: '2 choices were asked for, 1 came.',
        parameter: 'n',
      },
    ])
    expect(notes({ n: 2 }, { choices: [choice(0), choice(1)] })).toEqual([])
  })

  it('misses log probabilities only where they were asked for', () => {
    expect(notes({ logprobs: true }, { choices: [choice(0)] })).toEqual(['no-logprobs'])
    expect(notes({}, { choices: [choice(0)] })).toEqual([])
    const calling = choice(0, { message: { content: null, tool_calls: [{}] } })
    expect(notes({ logprobs: true }, { choices: [calling] })).toEqual([])
  })

  it('finds those of a refusal', () => {
    const refusal = [{ token: 'No', logprob: -1, top_logprobs: [] }]
    const refusing = choice(0, { message: { refusal: 'No' }, logprobs: { refusal } })
    expect(notes({ logprobs: true }, { choices: [refusing] })).toEqual([])
  })

  it('counts alternatives over all tokens', () => {
    const asked = { logprobs: true, top_logprobs: 5 }
    expect(notes(asked, { choices: [listing(1, 1)] })).toEqual(['fewer-alternatives'])
    expect(notes(asked, { choices: [listing(1, 5)] })).toEqual([])
    expect(auditReply(asked, replyTo({ choices: [listing(3)] }))).toMatchObject([
      { message: '5 alternatives per token were asked for, 3 came.', parameter: 'top_logprobs' },
    ])
    expect(notes({ logprobs: true }, { choices: [listing(0)] })).toEqual([])
  })

  it('names another model, not another date', () => {
    expect(notes({}, { model: 'gpt-4o-mini', choices: [choice(0)] })).toEqual(['model'])
    expect(auditReply({ model: 'a' }, replyTo({ model: 'b', choices: [choice(0)] }))).toEqual([
      {
        kind: 'model',
        level: 'info',
        message: 'Answered by b; a was asked for.',
        parameter: 'model',
      },
    ])
  })

  it('names the fallback that answered, though it does not name itself', () => {
    const reply = replyTo({ choices: [choice(0)] })
    for (const [index, model] of ['first', 'second'].entries()) {
      const request = { method: 'POST' as const, url: '', headers: {}, body: '' }
      const attempt = { number: index + 1, provider: 'openai', model, request, startedAt: 0 }
      applyEvent(reply, { type: 'attempt', attempt })
    }
    expect(auditReply({ model: 'first' }, reply)).toMatchObject([
      { kind: 'model', message: 'Answered by second; first was asked for.' },
    ])
  })

  it('says why a reply is not whole', () => {
    const cut = (reason: string) => notes({}, { choices: [choice(0, { finish_reason: reason })] })
    expect([cut('length'), cut('content_filter')]).toEqual([['length'], ['content-filter']])
  })

  it('says that a run was cut short, and blames nobody for choices that could not come', () => {
    const after = (kind: Failure['kind'], n: number) =>
      auditReply({ n }, replyTo({ choices: [choice(0)] }, { kind, message: '' })).map(
        (note) => note.kind,
      )
    expect(after('stopped', 3)).toEqual(['stopped'])
    expect(after('interrupted', 3)).toEqual(['interrupted'])
    expect(after('interrupted', 1)).toEqual(['interrupted'])
  })
})
