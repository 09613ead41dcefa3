import { describe, expect, it, vi } from 'vitest'
import { chunksFor } from './reply.fixture.ts'
import { tools, user, weather } from './tools.fixture.ts'

const shape = (properties: object) => ({
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'x', schema: { type: 'object', properties } },
  },
})
const told = { logprobs: true, top_logprobs: 20, max_tokens: 60 }
/** Bodies of all kinds; each names tokens, property names or values that the others do not. */
const bodies = {
  text: { ...told, logit_bias: { 150_000: 2, 120_000: -1 } },
  filtered: { ...told, top_k: 40, top_p: 0.9, min_p: 0.01, temperature: 0.7 },
  strings: { ...told, ...shape({ Überschrift: { type: 'string' }, note: { maxLength: 30 } }) },
  listed: { ...told, ...shape({ mood: { enum: ['glad', 'sad', '“so so”'] }, n: { minimum: 3 } }) },
  object: { ...told, response_format: { type: 'json_object' } },
  call: { ...weather, n: 2 },
  calls: { tools, messages: [user('What is the weather in Lisbon, Porto and Zanzibar?')] },
}

describe('a reply with a seed', () => {
  it('depends on nothing that was asked before', () => {
    const answers = () => Object.values(bodies).map((body) => JSON.stringify(chunksFor(body)))
    const first = answers()
    expect(answers()).toEqual(first)
    expect(new Set(first).size).toBe(first.length)
    const backwards = Object.values(bodies)
      .toReversed()
      .map((body) => JSON.stringify(chunksFor(body)))
    expect(backwards.toReversed()).toEqual(first)
  }, 60_000)

  it('is the same from a model that answers for the first time', async () => {
    const known = Object.values(bodies).map((body) => JSON.stringify(chunksFor(body)))
    for (const [at, body] of Object.values(bodies).entries()) {
      vi.resetModules()
      const fresh = await import('./reply.fixture.ts')
      expect(JSON.stringify(fresh.chunksFor(body))).toBe(known[at])
    }
  }, 60_000)
})
