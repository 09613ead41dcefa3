import { describe, expect, it } from 'vitest'
import {
  chunksFor,
  forever,
  joined,
  model,
  only,
  replyTo,
  textOf,
  tokensOf,
} from './reply.fixture.ts'
import { assemble } from '../index.ts'
import { bytesOf, encode } from '../tokens.ts'

describe('the parameters act', () => {
  it('max tokens: the reply ends there with the reason length', () => {
    const { choices, usage } = replyTo({ max_tokens: 5, logprobs: true, ...forever })
    expect(choices[0]?.finish_reason).toBe('length')
    expect(tokensOf(choices[0])).toHaveLength(5)
    expect(usage.completion_tokens).toBe(5)
  })

  it('logit_bias: −100 bans a token, +100 forces one that the corpus does not know', () => {
    const [unknown = 0] = encode(' Kubernetes')
    expect(model.indexOf.has(unknown)).toBe(false)
    expect(textOf({ ...only(unknown), max_tokens: 3 })).toBe(' Kubernetes'.repeat(3))
    const banned = tokensOf(replyTo({ temperature: 0, logprobs: true }).choices[0])[0]
    const [id = 0] = encode(banned?.token ?? '')
    const other = replyTo({ temperature: 0, logprobs: true, logit_bias: { [id]: -100 } })
    expect(tokensOf(other.choices[0]).map(({ token }) => token)).not.toContain(banned?.token)
  })

  it('logit_bias: tokens that hold parts of a character give their exact bytes and whole text', () => {
    const ids = encode('🦩')
    expect(ids.length).toBeGreaterThan(1)
    const bytes = ids.flatMap((id) => Array.from(bytesOf(id)))
    const chunks = chunksFor({ ...only(...ids), max_tokens: 40, logprobs: true, temperature: 2 })
    const choice = assemble(chunks).choices[0]
    expect(joined(choice)).toBe(choice?.message.content)
    expect(new Set(tokensOf(choice).flatMap((token) => token.bytes ?? []))).toEqual(new Set(bytes))
  })

  it('stop: the text ends before the sequence, also where it spans tokens', () => {
    const whole = textOf({ temperature: 0 })
    for (const stop of [whole.slice(10, 12), whole.slice(20, 45), whole.slice(-3)]) {
      const choice = replyTo({ temperature: 0, stop, logprobs: true }).choices[0]
      const expected = whole.slice(0, whole.indexOf(stop))
      expect(choice).toMatchObject({ message: { content: expected }, finish_reason: 'stop' })
      expect(joined(choice).startsWith(expected)).toBe(true)
    }
    expect(textOf({ temperature: 0, stop: ['never seen', 'nor this'] })).toBe(whole)
  })

  it('penalties: repetition falls with each of them and rises with a negative one', () => {
    const distinct = (body: Record<string, unknown>) => {
      const tokens = tokensOf(
        replyTo({ logprobs: true, max_tokens: 200, n: 4, ...forever, ...body }).choices[0],
      )
      return new Set(tokens.map(({ token }) => token)).size
    }
    const plain = distinct({})
    expect(distinct({ frequency_penalty: 2 })).toBeGreaterThan(plain)
    expect(distinct({ presence_penalty: 2 })).toBeGreaterThan(plain)
    expect(distinct({ repetition_penalty: 1.5 })).toBeGreaterThan(plain)
    expect(distinct({ frequency_penalty: -2 })).toBeLessThan(plain)
  })

  it('temperature, top_p, top_k and min_p: less freedom means more likely tokens', () => {
    const mean = (body: Record<string, unknown>) => {
      const { choices } = replyTo({ logprobs: true, max_tokens: 60, n: 6, ...body })
      const all = choices.flatMap((choice) => tokensOf(choice).map(({ logprob }) => logprob))
      return all.reduce((sum, logprob) => sum + logprob, 0) / all.length
    }
    const plain = mean({})
    expect(mean({ temperature: 2 })).toBeLessThan(plain)
    for (const body of [{ temperature: 0.3 }, { top_p: 0.3 }, { top_k: 1 }, { min_p: 0.9 }]) {
      expect(mean(body)).toBeGreaterThan(plain)
    }
  })

  it('messages: what was asked decides what is spoken of', () => {
    const about = (content: string) =>
      textOf({ temperature: 0, messages: [{ role: 'user', content }] })
    expect(about('Tell me about rain')).toMatch(/rain/i)
    expect(about('Tell me about cats')).toMatch(/cat/i)
    expect(about('Explain temperature in one sentence.')).toMatch(/temperature/i)
  })
})
