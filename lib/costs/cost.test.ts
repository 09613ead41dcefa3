import { describe, expect, it } from 'vitest'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply, type Reply } from '#lib/reply/reply.ts'
import { answeredBy } from './answered.ts'
import { billedTokens } from './billed-tokens.ts'
import { listedCost, reportedCost } from './cost.ts'
import { basisOf, dollars, pricesInShort, tokensInShort } from './format.ts'

/** The reply to one request, as the events of a run tell it. */
function replyWith(
  usage: unknown,
  { headers = {}, model = 'm', asked = 'm', provider = 'openai' } = {},
): Reply {
  const reply = createReply()
  const request = {
    method: 'POST' as const,
    url: 'http://a/v1/chat/completions',
    headers: {},
    body: '',
  }
  const attempt = { number: 1, provider, model: asked, omitted: [], request, startedAt: 0 }
  const data = JSON.stringify({ model, choices: [{ message: { content: 'x' } }], usage })
  applyEvent(reply, { type: 'attempt', attempt })
  applyEvent(reply, { type: 'response', status: 200, headers, at: 1 })
  applyEvent(reply, { type: 'completion', data, at: 2 })
  applyEvent(reply, { type: 'end', at: 3 })
  return reply
}

const tokensOf = (usage: unknown) => billedTokens(replyWith(usage).usage)

describe('billedTokens', () => {
  it('counts cached tokens within the prompt and reasoning within the completion, as OpenAI does', () => {
    const usage = {
      prompt_tokens: 1000,
      completion_tokens: 300,
      total_tokens: 1300,
      prompt_tokens_details: { cached_tokens: 400 },
      completion_tokens_details: { reasoning_tokens: 200 },
    }
    expect(tokensOf(usage)).toEqual({ input: 1000, cached: 400, written: 0, output: 300 })
  })

  it('adds reasoning that only the total counts', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 115 }
    expect(tokensOf(usage)?.output).toBe(105)
    const told = { ...usage, completion_tokens_details: { reasoning_tokens: 100 } }
    expect(tokensOf(told)?.output).toBe(105)
    const other = { ...usage, completion_tokens_details: { reasoning_tokens: 3 } }
    expect(tokensOf(other)?.output).toBe(5)
  })

  it('reads DeepSeek’s and Anthropic’s names for the cache', () => {
    expect(
      tokensOf({ prompt_tokens: 50, completion_tokens: 1, prompt_cache_hit_tokens: 20 }),
    ).toMatchObject({ input: 50, cached: 20 })
    expect(
      tokensOf({
        prompt_tokens: 10,
        completion_tokens: 1,
        cache_read_input_tokens: 500,
        cache_creation_input_tokens: 100,
      }),
    ).toEqual({ input: 610, cached: 500, written: 100, output: 1 })
  })

  it('is nothing where a side was not counted or the counts make no sense', () => {
    expect(tokensOf(undefined)).toBeUndefined()
    expect(tokensOf({ prompt_tokens: 5 })).toBeUndefined()
    expect(tokensOf({ prompt_tokens: -5, completion_tokens: 1 })).toBeUndefined()
    expect(tokensOf({ prompt_tokens: 1.5, completion_tokens: 1 })).toBeUndefined()
  })
})

describe('listedCost', () => {
  const tokens = { input: 1_000_000, cached: 400_000, written: 0, output: 500_000 }

  it('takes dollars per million tokens', () => {
    expect(listedCost(tokens, { input: 3, output: 15, cachedInput: 0.3 })).toEqual({
      usd: 0.6 * 3 + 0.4 * 0.3 + 0.5 * 15,
      basis: 'listed',
    })
  })

  it('counts cached input in full where it has no price, and says so', () => {
    const cost = listedCost(tokens, { input: 3, output: 15 })
    expect(cost.usd).toBeCloseTo(10.5)
    expect(cost.caveat).toContain('counted in full')
  })
})

describe('reportedCost', () => {
  it('prefers the usage, then LiteLLM’s header', () => {
    const headers = { 'x-litellm-response-cost': '1.2e-05' }
    expect(reportedCost(replyWith({ prompt_tokens: 1, cost: 0.5 }, { headers }))?.usd).toBe(0.5)
    expect(reportedCost(replyWith({ prompt_tokens: 1 }, { headers }))?.usd).toBe(1.2e-5)
  })

  it('takes zero for unknown, except for a model that is free by name', () => {
    const zero = { 'x-litellm-response-cost': '0.0' }
    expect(
      reportedCost(replyWith({ prompt_tokens: 1, cost: 0 }, { headers: zero })),
    ).toBeUndefined()
    expect(reportedCost(replyWith({ cost: 0 }, { model: 'a/b:free' }))?.usd).toBe(0)
    for (const odd of ['', 'None', '-1', 'NaN', 'Infinity'])
      expect(
        reportedCost(replyWith({}, { headers: { 'x-litellm-response-cost': odd } })),
      ).toBeUndefined()
    expect(reportedCost(replyWith({ cost: { total: 1 } }))).toBeUndefined()
  })

  it('adds what the provider behind OpenRouter charges to a key of one’s own', () => {
    const usage = { cost: 0.01, is_byok: true, cost_details: { upstream_inference_cost: 0.2 } }
    expect(reportedCost(replyWith(usage))?.usd).toBeCloseTo(0.21)
    expect(reportedCost(replyWith({ cost: 0.01, is_byok: true }))).toBeUndefined()
  })
})

describe('answeredBy', () => {
  it('prices the model that the reply names, and the asked one only where it is the same', () => {
    const dated = replyWith({}, { model: 'gpt-4o-2024-08-06', asked: 'gpt-4o' })
    expect(answeredBy(dated)?.models).toEqual(['gpt-4o-2024-08-06', 'gpt-4o'])
    const other = replyWith({}, { model: 'gpt-4o-mini', asked: 'gpt-4o' })
    expect(answeredBy(other)?.models).toEqual(['gpt-4o-mini'])
    const headers = { 'x-litellm-model-group': 'team' }
    const grouped = replyWith({}, { model: 'up', asked: 'alias', provider: 'litellm', headers })
    expect(answeredBy(grouped)?.models).toEqual(['up', 'team'])
  })

  it('is nothing before an answer', () => {
    expect(answeredBy(createReply())).toBeUndefined()
  })
})

describe('the words', () => {
  it('write dollars with three digits, cents with two', () => {
    expect([0, 0.000423, 0.0123, 0.5, 12.3, 1e-9, 0.0070001].map(dollars)).toEqual([
      '$0',
      '$0.000423',
      '$0.0123',
      '$0.50',
      '$12.30',
      'under $0.00000001',
      '$0.007',
    ])
  })

  it('shorten prices and token counts', () => {
    expect(pricesInShort({ input: 2.5, output: 10 })).toBe('$2.5 / $10 per M')
    expect(pricesInShort({ input: 0, output: 0 })).toBe('free')
    expect([512, 8192, 131_072, 1_000_000, 1_048_576].map(tokensInShort)).toEqual([
      '512',
      '8k',
      '131k',
      '1M',
      '1.05M',
    ])
  })

  it('call an estimate an estimate, with its date', () => {
    const said = basisOf({ usd: 1, basis: 'published', pricedAs: 'X y', dated: '2026-09-23' })
    expect(said).toMatch(/^An estimate: .*X y.*2026-09-23/)
    expect(basisOf({ usd: 1, basis: 'reported' })).not.toContain('estimate')
  })
})
