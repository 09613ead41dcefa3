import type OpenAI from 'openai'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, modelId } from '../index.ts'
import { chunksFor, decode, identity, only, replyTo, textOf, tokensOf } from './reply.fixture.ts'
import { encode, endOfText } from '../tokens.ts'

describe('the chunks of a reply', () => {
  it('have OpenAI’s form, role first and finish reason last', () => {
    const chunks: OpenAI.ChatCompletionChunk[] = chunksFor({ stream: true })
    expect(chunks[0]).toEqual({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_800_000_000,
      model: modelId,
      system_fingerprint: expect.stringMatching(/^fp_[0-9a-f]{10}$/),
      choices: [
        {
          index: 0,
          delta: { role: 'assistant', content: '', refusal: null },
          logprobs: null,
          finish_reason: null,
        },
      ],
    })
    expect(chunks.at(-1)?.choices).toEqual([
      { index: 0, delta: {}, logprobs: null, finish_reason: 'stop' },
    ])
    expect(chunks.slice(0, -1).every(({ choices }) => choices[0]?.finish_reason === null)).toBe(
      true,
    )
  })

  it('end with usage and no choices when asked for, and say null until then', () => {
    const chunks = chunksFor({ stream: true, stream_options: { include_usage: true } })
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 7 } })
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true)
    expect(chunksFor({ stream: true }).every((chunk) => !('usage' in chunk))).toBe(true)
  })

  it('carry the log probabilities of just the tokens in their text', () => {
    for (const { choices } of chunksFor({ logprobs: true, n: 2, temperature: 1.5 })) {
      for (const { delta, logprobs } of choices.filter(({ finish_reason }) => !finish_reason)) {
        const bytes = logprobs?.content.flatMap((token) => token.bytes ?? []) ?? []
        expect(decode(bytes)).toBe(delta.content)
      }
    }
  })

  it('take turns between the choices', () => {
    const indexes = chunksFor({ n: 3, max_tokens: 4 }).map(({ choices }) => choices[0]?.index)
    expect(indexes.slice(0, 9)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2])
  })
})

describe('a whole reply', () => {
  it('has OpenAI’s form, its choices in order and usage that adds up', () => {
    const reply: OpenAI.ChatCompletion = replyTo({ n: 5, logprobs: true })
    expect(reply).toMatchObject({ object: 'chat.completion', id: 'chatcmpl-1', model: modelId })
    expect(reply.choices.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
    const drawn = reply.choices.flatMap(({ logprobs }) => logprobs?.content ?? []).length
    expect(reply.usage).toEqual({
      prompt_tokens: encode('Tell me about rain.').length + 2,
      completion_tokens: drawn,
      total_tokens: encode('Tell me about rain.').length + 2 + drawn,
    })
  })

  it('repeats byte for byte with the same seed, and differs between choices and seeds', () => {
    expect(chunksFor({ n: 3, seed: 7 })).toEqual(chunksFor({ n: 3, seed: 7 }))
    const texts = replyTo({ n: 6, seed: 7 }).choices.map(({ message }) => message.content)
    expect(new Set(texts).size).toBe(6)
    expect(textOf({ seed: 8 })).not.toBe(textOf({ seed: 7 }))
  })

  it('takes the caller’s seed where the request has none', () => {
    expect(textOf({ seed: null })).toBe(textOf({ seed: identity.seed }))
  })

  it('does not depend on how many choices are drawn beside it', () => {
    expect(replyTo({ n: 4 }).choices[0]).toEqual(replyTo({ n: 1 }).choices[0])
  })

  it('always takes the likeliest token at temperature 0', () => {
    const choice = replyTo({ temperature: 0, logprobs: true, top_logprobs: 1 }).choices[0]
    expect(tokensOf(choice).length).toBeGreaterThan(5)
    for (const { top_logprobs, ...token } of tokensOf(choice)) expect(top_logprobs).toEqual([token])
    expect(textOf({ temperature: 0, seed: 1 })).toBe(textOf({ temperature: 0, seed: 2 }))
  })

  it('refuses to assemble a run without usage', () => {
    expect(() => assemble(chunksFor({ stream: true }))).toThrow('without usage')
  })
})

describe('log probabilities', () => {
  it('list the asked number of finite alternatives, likeliest first, for any setting', () => {
    const settings = fc.record({
      temperature: fc.constantFrom(0, 0.3, 1, 2),
      top_logprobs: fc.integer({ min: 0, max: 20 }),
      frequency_penalty: fc.constantFrom(-2, 0, 2),
      repetition_penalty: fc.constantFrom(0.5, 1, 2),
      top_p: fc.constantFrom(0, 0.5, 1),
      seed: fc.maxSafeInteger(),
    })
    fc.assert(
      fc.property(settings, ({ top_logprobs: count, ...rest }) => {
        const body = { logprobs: true, top_logprobs: count, max_tokens: 12, ...rest }
        for (const token of tokensOf(replyTo(body).choices[0])) {
          const listed = token.top_logprobs.map(({ logprob }) => logprob)
          expect(listed).toHaveLength(count)
          expect([token.logprob, ...listed].every((one) => Number.isFinite(one) && one <= 0)).toBe(
            true,
          )
          expect(listed).toEqual(listed.toSorted((a, b) => b - a))
          expect(listed.reduce((sum, one) => sum + Math.exp(one), 0)).toBeLessThan(1 + 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are those before temperature and top_p', () => {
    const first = (body: Record<string, unknown>) =>
      tokensOf(replyTo({ logprobs: true, top_logprobs: 20, max_tokens: 1, ...body }).choices[0])[0]
    const plain = first({})?.top_logprobs
    expect(first({ temperature: 0 })?.top_logprobs).toEqual(plain)
    expect(first({ temperature: 2, top_p: 0.1, top_k: 3, min_p: 0.5 })?.top_logprobs).toEqual(plain)
  })

  it('are those of the draw with processed_logprobs', () => {
    const mode = { logprobs: true, top_logprobs: 20, logprobs_mode: 'processed_logprobs' }
    const greedy = tokensOf(replyTo({ ...mode, temperature: 0 }).choices[0])
    for (const { logprob, top_logprobs } of greedy) {
      expect(logprob).toBe(0)
      expect(top_logprobs).toHaveLength(1)
    }
    const cut = tokensOf(replyTo({ ...mode, temperature: 1.5, top_k: 3, seed: 4 }).choices[0])
    expect(cut.length).toBeGreaterThan(3)
    for (const { top_logprobs } of cut) {
      expect(top_logprobs).toHaveLength(3)
      const sum = top_logprobs.reduce((all, { logprob }) => all + Math.exp(logprob), 0)
      expect(sum).toBeCloseTo(1, 9)
    }
  })

  it('have the processed ones follow from the raw ones by the documented formula', () => {
    const set = { logprobs: true, top_logprobs: 20, max_tokens: 1, temperature: 0.5, top_k: 20 }
    const [raw] = tokensOf(replyTo(set).choices[0])
    const [drawn] = tokensOf(replyTo({ ...set, logprobs_mode: 'processed_logprobs' }).choices[0])
    const squares = raw?.top_logprobs.map(({ logprob }) => Math.exp(logprob) ** 2) ?? []
    const total = squares.reduce((sum, square) => sum + square, 0)
    drawn?.top_logprobs.forEach(({ logprob, token }, place) => {
      expect(token).toBe(raw?.top_logprobs[place]?.token)
      expect(Math.exp(logprob)).toBeCloseTo((squares[place] ?? 0) / total, 12)
    })
  })

  it('are absent when not asked for, and there without alternatives when only logprobs is on', () => {
    expect(replyTo({}).choices[0]?.logprobs).toBeNull()
    const [token] = tokensOf(replyTo({ logprobs: true }).choices[0])
    expect(token).toMatchObject({ top_logprobs: [] })
  })

  it('name the end of the text without bytes', () => {
    const body = {
      logprobs: true,
      top_logprobs: 1,
      max_tokens: 1,
      temperature: 1,
      ...only(endOfText),
    }
    expect(replyTo(body).choices[0]).toMatchObject({
      message: { content: '' },
      logprobs: { content: [] },
      finish_reason: 'stop',
    })
    const near = { logprobs: true, top_logprobs: 20, temperature: 0 }
    const ends = tokensOf(replyTo(near).choices[0]).flatMap(({ top_logprobs }) =>
      top_logprobs.filter(({ token }) => token === '<|endoftext|>'),
    )
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.every(({ bytes }) => bytes === null)).toBe(true)
  })
})
