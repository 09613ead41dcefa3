import { describe, expect, it } from 'vitest'
import { registry } from '#lib/parameters/index.ts'
import { createReply } from '../reply.ts'
import { askedAndGot } from './asked-and-got.ts'
import { attemptOf, choiceOf, replyTo } from '../fixtures/replies.ts'

const body = {
  model: 'gpt-4o-2024-08-06',
  choices: [choiceOf()],
  usage: { completion_tokens: 3 },
}
const row = (asked: Record<string, unknown>, options: Parameters<typeof replyTo>[1] = {}) =>
  askedAndGot(asked, replyTo(body, options))[0]

describe('askedAndGot', () => {
  it('has a row for each parameter that was set, in the order of the registry', () => {
    const asked = Object.fromEntries(registry.map(({ name, start }) => [name, start]))
    const names = registry.map(({ name }) => name).filter((name) => asked[name] !== undefined)
    expect(askedAndGot(asked, replyTo(body)).map(({ parameter }) => parameter)).toEqual(
      names.filter((name) => name !== 'provider' && name !== 'messages'),
    )
  })

  it('has none before the run is over', () => {
    expect(askedAndGot({ n: 2 }, createReply())).toEqual([])
  })

  it('shows what came beside what was asked', () => {
    expect(row({ n: 2 })).toEqual({ parameter: 'n', asked: '2', got: '1 choice', differs: true })
    expect(row({ model: 'gpt-4o' })).toMatchObject({ got: 'gpt-4o-2024-08-06', differs: false })
    expect(row({ model: 'claude' })).toMatchObject({ differs: true })
    expect(row({ logprobs: true })).toMatchObject({ got: 'none', differs: true })
    expect(row({ max_tokens: 3 })).toMatchObject({ got: '3 tokens', differs: false })
    expect(row({ seed: 42 })).toMatchObject({ got: 'sent, effect unknown', differs: false })
    expect(row({ stream: true })).toMatchObject({ got: 'one piece', differs: true })
  })

  it('does not call it a difference that a limit was reached', () => {
    const cut = { choices: [choiceOf({ finish_reason: 'length' })] }
    expect(askedAndGot({ max_completion_tokens: 1 }, replyTo(cut))[0]?.differs).toBe(false)
  })

  it('counts retries, ours and those of a proxy', () => {
    expect(row({ num_retries: 2 })?.got).toBe('none needed')
    const headers = { 'x-litellm-attempted-retries': '2' }
    expect(row({ num_retries: 2 }, { headers, attempts: [attemptOf()] })?.got).toBe('2 used')
  })

  it('says what a fallback was not sent', () => {
    const attempts = [attemptOf({ omitted: ['seed'] })]
    expect(row({ seed: 1 }, { attempts })).toMatchObject({ got: 'not sent', differs: true })
  })

  it('shortens long values', () => {
    expect(row({ metadata: { text: 'x'.repeat(100) } })?.asked).toHaveLength(40)
  })
})
