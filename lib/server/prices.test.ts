import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { priceList, publishedCost } from './prices.ts'

const tokens = { input: 1000, cached: 400, written: 0, output: 500 }
const openai = 'https://api.openai.com/v1/chat/completions'
const proxy = 'http://127.0.0.1:4000/v1/chat/completions'

const priced = (
  provider: 'openai' | 'litellm' | 'openai_compatible' | 'teaching',
  url: string,
  model: string,
) => publishedCost({ provider, url, model, tokens })

describe('publishedCost', () => {
  it('prices OpenAI’s own models, dated editions included', () => {
    // 600 fresh at 2.50, 400 cached at 1.25, 500 out at 10 dollars per million
    const usd = (600 * 2.5 + 400 * 1.25 + 500 * 10) / 1e6
    for (const model of ['gpt-4o', 'gpt-4o-2024-08-06']) {
      const cost = priced('openai', openai, model)
      expect(cost?.usd).toBeCloseTo(usd, 12)
      expect(cost).toMatchObject({
        basis: 'published',
        pricedAs: 'OpenAI gpt-4o',
        dated: priceList.published,
      })
    }
  })

  it('goes by the address, not by the name of the row', () => {
    expect(priced('openai_compatible', openai, 'gpt-4o')).toBeDefined()
    expect(
      priced('openai_compatible', 'http://127.0.0.1:8000/v1/chat/completions', 'gpt-4o'),
    ).toBeUndefined()
    expect(priced('openai', 'http://x.test/?u=https://api.openai.com', 'gpt-4o')).toBeUndefined()
  })

  it('goes by the model’s prefix or name at a LiteLLM proxy', () => {
    expect(priced('litellm', proxy, 'openai/gpt-4o')?.usd).toBe(
      priced('openai', openai, 'gpt-4o')?.usd,
    )
    expect(priced('litellm', proxy, 'gpt-4o')?.pricedAs).toBe('OpenAI gpt-4o')
    expect(priced('litellm', proxy, 'nowhere/gpt-4o')).toBeUndefined()
    expect(priced('litellm', proxy, 'my-team-model')).toBeUndefined()
  })

  it('says nothing for unknown models, contradictory counts and the teaching model', () => {
    expect(priced('openai', openai, 'no-such-model')).toBeUndefined()
    expect(priced('teaching', '', 'nucleus-teaching-1')).toBeUndefined()
    const odd = { input: 1, cached: 5, written: 0, output: 1 }
    expect(
      publishedCost({ provider: 'openai', url: openai, model: 'gpt-4o', tokens: odd }),
    ).toBeUndefined()
  })

  it('is dated by the release that is installed', () => {
    const file = new URL('../../node_modules/@pydantic/genai-prices/package.json', import.meta.url)
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
    expect(priceList.version, 'look up the day of the new release, and write it beside').toBe(
      version,
    )
  })
})
