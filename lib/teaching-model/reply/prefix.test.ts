import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTeachingRequest } from '../index.ts'
import { forever, joined, replyTo, textOf, tokensOf } from './reply.fixture.ts'
import { encode, endOfText } from '../tokens.ts'

const question = { role: 'user', content: 'Tell me about rain.' }

/** The conversation with the beginning of the reply, by its tokens. */
function from(ids: readonly number[], content = 'not read') {
  return { messages: [question, { role: 'assistant', content }], prefix_token_ids: ids }
}

const shaped = {
  logprobs: true,
  top_logprobs: 3,
  max_tokens: 24,
  frequency_penalty: 0.7,
  presence_penalty: 0.3,
  repetition_penalty: 1.1,
}

/** The tokens of a reply with all that is said about each. */
function entriesOf(body: Record<string, unknown>) {
  return tokensOf(replyTo({ ...shaped, ...body }).choices[0])
}

describe('a reply that goes on from the ids of its beginning', () => {
  it('is the unbroken reply from any token on, at temperature 0', () => {
    const whole = entriesOf({ temperature: 0 })
    expect(whole.length).toBeGreaterThan(10)
    for (const at of whole.keys()) {
      const rest = entriesOf({ temperature: 0, ...from(whole.slice(0, at).map(({ id }) => id)) })
      expect(rest.slice(0, whole.length - at)).toEqual(whole.slice(at))
    }
  })

  it('is the unbroken reply with the same seed, at any temperature', () => {
    const seeds = fc.integer({ min: 0, max: 9999 })
    const temperatures = fc.double({ min: 0.1, max: 2, noNaN: true })
    fc.assert(
      fc.property(seeds, temperatures, fc.nat(23), (seed, temperature, at) => {
        const whole = entriesOf({ seed, temperature, ...forever })
        const ids = whole.slice(0, at).map(({ id }) => id)
        const rest = entriesOf({ seed, temperature, ...forever, ...from(ids) })
        expect(rest.slice(0, whole.length - at)).toEqual(whole.slice(at))
      }),
      { numRuns: 30 },
    )
  })

  it('keeps the text out of it, and counts only what is new', () => {
    const ids = encode('Rain is')
    const reply = replyTo({ ...from(ids), max_tokens: 5, ...forever, logprobs: true })
    expect(tokensOf(reply.choices[0])).toHaveLength(5)
    expect(joined(reply.choices[0])).toBe(reply.choices[0]?.message.content)
    expect(reply.usage.completion_tokens).toBe(5)
    const plain = replyTo({ max_tokens: 5, ...forever })
    expect(reply.usage.prompt_tokens).toBe(plain.usage.prompt_tokens + ids.length)
  })

  it('completes a character that the prefix leaves open', () => {
    const rainbow = encode('🌈')
    expect(rainbow.length).toBeGreaterThan(1)
    const bias = Object.fromEntries(rainbow.slice(-1).map((id) => [id, 100]))
    const text = textOf({ ...from(rainbow.slice(0, -1)), logit_bias: bias, max_tokens: 1 })
    expect(text).toBe('🌈')
  })
})

describe('a conversation that ends with the assistant’s words', () => {
  it('goes on with them as their text encodes', () => {
    const content = 'Rain is water'
    const messages = [question, { role: 'assistant', content }]
    const byText = replyTo({ messages, temperature: 0 })
    expect(byText).toEqual(replyTo({ ...from(encode(content)), temperature: 0 }))
    expect(byText.choices[0]?.message.content).not.toContain(content)
  })

  it('begins anew where another turn comes last', () => {
    const messages = [question, { role: 'assistant', content: 'Rain is' }, question]
    expect(parseTeachingRequest({ messages }).ok).toBe(true)
    expect(replyTo({ messages, temperature: 0 }).choices[0]?.message.content).toMatch(/^[A-Z]/)
  })
})

describe('prefix_token_ids', () => {
  function refusal(body: Record<string, unknown>) {
    const parsed = parseTeachingRequest({ messages: [question], ...body })
    return parsed.ok ? undefined : [parsed.error.param, parsed.error.message]
  }
  const name = 'prefix_token_ids'

  it.each([
    ['no list', 'a', 'prefix_token_ids: Send a list of token ids.'],
    ['a fraction', [1.5], 'prefix_token_ids[0]: Write token ids as whole numbers.'],
    ['an id out of range', [1, -1], 'prefix_token_ids[1]: o200k_base has no such token.'],
    ['an id past the last', [199_998], 'prefix_token_ids[0]: o200k_base has no such token.'],
    [
      'the end of the text',
      [endOfText],
      'prefix_token_ids[0]: A reply that has ended cannot be gone on with.',
    ],
    [
      'too many',
      Array.from({ length: 16_385 }, () => 1),
      'prefix_token_ids: At most 16384 token ids can be sent.',
    ],
  ])('refuses %s', (_, ids, message) => {
    const messages = [question, { role: 'assistant', content: '' }]
    expect(refusal({ messages, prefix_token_ids: ids })).toEqual([name, message])
  })

  it('needs a last message of the assistant’s, and takes the most that it allows', () => {
    expect(refusal({ prefix_token_ids: [1] })?.[0]).toBe(name)
    const most = Array.from({ length: 16_384 }, () => 290)
    expect(parseTeachingRequest({ ...from(most) }).ok).toBe(true)
    expect(refusal({ prefix_token_ids: null })).toBeUndefined()
  })
})
