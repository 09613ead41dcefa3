import { describe, expect, it } from 'vitest'
import type { Failure } from '#lib/result.ts'
import { auditReply } from './index.ts'
import { applyEvent } from '../reducer.ts'
import { createReply } from '../reply.ts'
import { attemptOf, choiceOf, replyTo } from '../fixtures/replies.ts'

const choice = (index: number, rest: object = {}) => choiceOf({ index, ...rest })
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
    expect(
      auditReply({ n: 2 }, replyTo({}, { failure: { kind: 'upstream', message: '' } })),
    ).toEqual([])
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
    const attempts = ['first', 'second'].map((model, index) =>
      attemptOf({ number: index + 1, model }),
    )
    const reply = replyTo({ choices: [choice(0)] }, { attempts })
    expect(auditReply({ model: 'first' }, reply)).toMatchObject([
      { kind: 'model', message: 'Answered by second; first was asked for.' },
    ])
  })

  it('names the fallback that answered, though the reply bears the name that was asked for', () => {
    const attempts = ['first', 'second'].map((model, index) =>
      attemptOf({ number: index + 1, model }),
    )
    const named = (model: string) =>
      auditReply({ model: 'first' }, replyTo({ model, choices: [choice(0)] }, { attempts }))
    expect(named('first')[0]?.message).toBe('Answered by second; first was asked for.')
    expect(named('second-2026-01-01')[0]?.message).toContain('Answered by second-2026-01-01')
  })

  it('names the fallback of a proxy, which writes the asked name into the reply', () => {
    const headers = { 'x-litellm-attempted-fallbacks': '1', 'x-litellm-model-id': 'dep-b' }
    const body = { model: 'gpt-4o', choices: [choice(0)] }
    const attempts = [attemptOf()]
    expect(auditReply({ model: 'gpt-4o' }, replyTo(body, { headers, attempts }))).toMatchObject([
      { kind: 'model', message: 'The proxy fell back once: deployment dep-b answered.' },
    ])
    const none = { 'x-litellm-attempted-fallbacks': '0' }
    expect(auditReply({ model: 'gpt-4o' }, replyTo(body, { headers: none, attempts }))).toEqual([])
  })

  it('says why a reply is not whole', () => {
    const cut = (reason: string) => notes({}, { choices: [choice(0, { finish_reason: reason })] })
    expect([cut('length'), cut('content_filter')]).toEqual([['length'], ['content-filter']])
  })

  it('says that a run was cut short, and blames nobody for choices that could not come', () => {
    const after = (kind: Failure['kind'], n: number) =>
      auditReply({ n }, replyTo({ choices: [choice(0)] }, { failure: { kind, message: '' } })).map(
        (note) => note.kind,
      )
    expect(after('stopped', 3)).toEqual(['stopped'])
    expect(after('interrupted', 3)).toEqual(['interrupted'])
    expect(after('interrupted', 1)).toEqual(['interrupted'])
  })
})
