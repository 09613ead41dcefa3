import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTeachingRequest } from '../index.ts'
import { encode } from '../tokens.ts'
import { joined, replyTo, textOf, tokensOf } from './reply.fixture.ts'

const schema = {
  type: 'object',
  properties: {
    title: { type: 'string', maxLength: 40 },
    tags: { type: 'array', items: { enum: ['wet', 'dry', 'cold'] }, maxItems: 3 },
    count: { type: 'integer', minimum: 1, maximum: 20 },
    next: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
  },
  required: ['title', 'tags', 'count', 'next'],
  additionalProperties: false,
}
const format = { type: 'json_schema', json_schema: { name: 'note', strict: true, schema } }
const asked = { response_format: format, max_tokens: 400 }
const question = { role: 'user', content: 'Tell me about rain.' }

describe('a reply in a required format', () => {
  it('validates whatever is set, where it ends by itself', () => {
    const validator = new Validator(JSON.parse(JSON.stringify(schema)), '2020-12')
    const settings = fc.record({
      seed: fc.nat(),
      temperature: fc.constantFrom(0, 0.5, 1, 2),
      top_p: fc.constantFrom(0.2, 1),
      top_k: fc.constantFrom(0, 2),
      frequency_penalty: fc.constantFrom(-2, 0, 2),
      logit_bias: fc.constantFrom(
        {},
        { [encode('}')[0] ?? 0]: -100, [encode(' rain')[0] ?? 0]: 100 },
      ),
    })
    let ended = 0
    fc.assert(
      fc.property(settings, (set) => {
        const [choice] = replyTo({ ...asked, ...set }).choices
        if (choice?.finish_reason !== 'stop') return
        ended += 1
        const document: unknown = JSON.parse(choice.message.content ?? '')
        expect(validator.validate(document).valid).toBe(true)
      }),
      { numRuns: 60 },
    )
    expect(ended).toBeGreaterThan(30)
  })

  it('reports the masked distribution: what is listed keeps the text a beginning', () => {
    const [choice] = replyTo({ ...asked, logprobs: true, top_logprobs: 20, seed: 3 }).choices
    const tokens = tokensOf(choice)
    expect(joined(choice)).toBe(choice?.message.content)
    const sums = tokens.map(({ top_logprobs }) =>
      top_logprobs.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0),
    )
    expect(Math.max(...sums)).toBeLessThan(1 + 1e-9)
    const first = tokens[0]?.top_logprobs.map(({ token }) => token) ?? []
    expect(first.every((token) => '{"title": "'.startsWith(token))).toBe(true)
  })

  it('lets the model’s own chances decide among listed values', () => {
    const sentiment = { enum: ['positive', 'negative', 'neutral'] }
    const label = { type: 'object', properties: { sentiment }, required: ['sentiment'] }
    const answer = (content: string) =>
      textOf({
        temperature: 0,
        response_format: { type: 'json_schema', json_schema: { name: 'x', schema: label } },
        messages: [{ role: 'user', content: `Is this review positive or negative? ${content}` }],
      })
    expect(answer('I love this phone, it is wonderful.')).toBe('{"sentiment": "positive"}')
    expect(answer('Terrible, it was broken and I want a refund.')).toBe('{"sentiment": "negative"}')
  })

  it('goes on from the ids of its beginning as the unbroken reply does', () => {
    const whole = tokensOf(replyTo({ ...asked, logprobs: true, seed: 5 }).choices[0])
    for (const at of [1, 2, 5, 9, whole.length - 1]) {
      const rest = replyTo({
        ...asked,
        logprobs: true,
        seed: 5,
        messages: [question, { role: 'assistant', content: '' }],
        prefix_token_ids: whole.slice(0, at).map(({ id }) => id),
      })
      expect(tokensOf(rest.choices[0])).toEqual(whole.slice(at))
    }
  })

  it('cannot go on from what no document begins with', () => {
    const messages = [question, { role: 'assistant', content: '{ "title"' }]
    const parsed = parseTeachingRequest({ messages, response_format: format })
    expect(parsed.ok ? undefined : parsed.error).toMatchObject({ status: 400, param: 'messages' })
  })
})

describe('json_object', () => {
  it('has the properties that the messages name, with what they say', () => {
    const content = 'Return JSON with the keys name and age. My sister Ana Costa is 31.'
    const text = textOf({
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [{ role: 'user', content }],
    })
    expect(JSON.parse(text)).toEqual({ name: 'Ana Costa', age: 31 })
  })
})
