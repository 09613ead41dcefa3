import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePrompt, openPrompt } from '../conversation/turns.ts'
import { readConversation } from '../conversation/reading.ts'
import { createPredictor } from '../language/predictor.ts'
import { corpusSource } from '../language/sources.ts'
import { createCandidates } from '../sampling/candidates.ts'
import { draw, processProbabilities, type Sampling } from '../sampling/chain.ts'
import { createRandom } from '../sampling/random.ts'
import { model, replyTo, textOf, tokensOf } from './reply.fixture.ts'

const candidates = createCandidates(model, [])

/** What the chain makes of the model's distribution at the beginning of an answer about the sea. */
function firstDistribution(sampling: Partial<Sampling>): Float64Array {
  const { turns } = openPrompt([{ speaker: 'user', text: 'Tell me about the sea and the sky.' }])
  const { weights } = readConversation(model, turns)
  const predict = createPredictor([corpusSource(model, weights, candidates)], candidates)
  const raw = new Float64Array(candidates.ids.length)
  predict(encodePrompt({ turns, prefix: [] }), raw)
  const processed = new Float64Array(raw.length)
  const penalties = { repetition_penalty: 1, frequency_penalty: 0, presence_penalty: 0 }
  const unchanged = { penalties, bias: new Map(), seen: new Set<number>(), generated: new Map() }
  const open = { temperature: 1, top_k: 0, top_p: 1, min_p: 0 }
  processProbabilities(raw, { ...open, ...sampling }, unchanged, processed)
  return processed
}

describe('the first draws of 20,000 replies', () => {
  it.each([
    ['temperature 1', {}],
    ['temperature 1.5 and top_p 0.9', { temperature: 1.5, top_p: 0.9 }],
    ['temperature 0.7 and top_k 12', { temperature: 0.7, top_k: 12 }],
  ])('fit the stated probabilities at %s (χ², 1 in 1,000)', (_, sampling) => {
    const stated = firstDistribution(sampling)
    const times = new Float64Array(stated.length)
    for (let seed = 0; seed < 200; seed++) {
      for (let choice = 0; choice < 100; choice++) {
        const drawn = draw(stated, createRandom(seed, choice))
        times[drawn] = (times[drawn] ?? 0) + 1
      }
    }
    const indexes = [...stated.keys()]
    const expected = (index: number) => 20_000 * (stated[index] ?? 0)
    const often = indexes.filter((index) => expected(index) >= 5)
    const rare = indexes.filter((index) => expected(index) < 5)
    const sum = (of: (index: number) => number) => rare.reduce((all, index) => all + of(index), 0)
    const cells = often.map((index) => [times[index] ?? 0, expected(index)] as const)
    if (sum(expected) >= 5) cells.push([sum((index) => times[index] ?? 0), sum(expected)])
    const chi = cells.reduce((all, [seen, wanted]) => all + (seen - wanted) ** 2 / wanted, 0)
    const freedom = cells.length - 1
    expect(freedom).toBeGreaterThan(1)
    // The 99.9th percentile of χ² (Wilson and Hilferty 1931).
    const part = 2 / (9 * freedom)
    expect(chi).toBeLessThan(freedom * (1 - part + 3.09 * Math.sqrt(part)) ** 3)
    expect(rare.every((index) => (stated[index] ?? 0) > 0 || times[index] === 0)).toBe(true)
  })
})

describe('the draws of a reply', () => {
  it('never bring a token with −100, and always one with +100', { timeout: 30_000 }, () => {
    const ids = fc.constantFrom(...model.vocabulary.filter((id) => id < 199_000))
    const temperatures = fc.constantFrom(0, 0.7, 1, 2)
    fc.assert(
      fc.property(ids, fc.nat(), temperatures, (id, seed, temperature) => {
        const set = { seed, temperature, logprobs: true, max_tokens: 8 }
        const ask = (logit_bias: Record<number, number>) =>
          tokensOf(replyTo({ ...set, logit_bias }).choices[0]).map((entry) => entry.id)
        expect(ask({ [id]: 100 })).toEqual(Array.from({ length: 8 }, () => id))
        const plain = ask({})
        const banned = plain[seed % Math.max(1, plain.length)] ?? id
        expect(ask({ [banned]: -100 })).not.toContain(banned)
      }),
      { numRuns: 25 },
    )
  })

  it('depend on nothing but the request and its seed', () => {
    const first = textOf({ seed: 77 })
    textOf({ seed: 3, messages: [{ role: 'user', content: 'Call me Ana. What is a token?' }] })
    textOf({ seed: 4, response_format: { type: 'json_object' } })
    expect(textOf({ seed: 77 })).toBe(first)
  })
})
