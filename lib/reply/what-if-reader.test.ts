import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplerOrders } from '#lib/logprobs/what-if/sampler.ts'
import {
  drawnFrom,
  logitsOf,
  logprobsOf,
} from '#lib/logprobs/what-if/whole-distribution.fixture.ts'
import { tokenKey } from './token-key.ts'
import { TokenStore } from './token-store.ts'
import { readWhatIf, whatIfReader, type WhatIfSettings } from './what-if-reader.ts'

const asRecorded: WhatIfSettings = {
  temperature: 1,
  top_p: 1,
  top_k: 0,
  min_p: 0,
  order: samplerOrders['temperature-first'],
  presence_penalty: 0,
  frequency_penalty: 0,
  biases: new Map(),
}
const raw = { temperature: 1, presence_penalty: 0, frequency_penalty: 0 }
const key = (token: string) => tokenKey({ token })

/** A reply of these tokens; at each position the same alternatives with these probabilities. */
function replyOf(words: string[], shares: Record<string, number>): TokenStore {
  const tokens = new TokenStore()
  for (const token of words) {
    tokens.append({
      token,
      logprob: Math.log(shares[token] ?? 0.001),
      alternatives: Object.entries(shares).map(([name, share]) => ({
        token: name,
        logprob: Math.log(share),
      })),
    })
  }
  return tokens
}

describe('a reply under other settings', () => {
  const tokens = replyOf(['a', 'a', 'b', 'a'], { a: 0.5, b: 0.3 })

  it('is as recorded when nothing is changed', () => {
    const read = whatIfReader(tokens, asRecorded, raw)
    expect([0, 1, 2, 3].map((at) => read(at)?.upper)).toEqual(
      [0.5, 0.5, 0.3, 0.5].map((p) => expect.closeTo(p, 12)),
    )
    expect(read(4)).toBeUndefined()
  })

  it('counts what was generated before for penalties, in any order of positions', () => {
    const settings = { ...asRecorded, frequency_penalty: 0.5, presence_penalty: 1 }
    const read = whatIfReader(tokens, settings, raw)
    const [a, b] = [0.5 * Math.exp(-2 * 0.5 - 1), 0.3 * Math.exp(-0.5 - 1)]
    expect(read(3)?.upper).toBeCloseTo(a / (a + b + 0.2), 9)
    expect(read(0)?.upper).toBeCloseTo(0.5, 12)
    const once = 0.5 * Math.exp(-1.5)
    expect(read(1)?.upper).toBeCloseTo(once / (once + 0.5), 9)
  })

  it('adds a penalty that the record holds by its difference', () => {
    const settings = { ...asRecorded, frequency_penalty: 1 }
    const read = whatIfReader(tokens, settings, { ...raw, frequency_penalty: 1 })
    expect(read(3)?.upper).toBeCloseTo(0.5, 12)
  })

  it('moves a biased token and leaves the others their odds', () => {
    const biases = new Map([[key('b'), -100]])
    const { listed } = readWhatIf(tokens, { ...asRecorded, biases }, raw).outcome(0)
    expect(listed[1]?.upper).toBeLessThan(1e-40)
    expect(listed[0]).toMatchObject({ exact: true, upper: expect.closeTo(0.5 / 0.7, 12) })
  })

  it('gives an interval where the biased token is not among the known', () => {
    const biases = new Map([[key('elsewhere'), 2]])
    const chance = whatIfReader(tokens, { ...asRecorded, biases }, raw)(0)
    expect(chance?.upper).toBeCloseTo(0.5, 12)
    expect(chance?.lower).toBeCloseTo(0.5 / (1 + 0.2 * Math.expm1(2)), 5)
  })

  it('follows a reply that grows', () => {
    const growing = replyOf(['a'], { a: 0.5, b: 0.3 })
    const read = whatIfReader(growing, { ...asRecorded, presence_penalty: 1 }, raw)
    expect(read(0)?.upper).toBeCloseTo(0.5, 12)
    growing.append({ token: 'a', logprob: Math.log(0.5), alternatives: [] })
    const raised = 0.5 * Math.exp(-1)
    expect(read(1)?.upper).toBeCloseTo(raised / (raised + 0.5), 9)
  })
})

// Whole distributions take their time on a busy machine.
describe('penalties over a reply', { timeout: 60_000 }, () => {
  it('hold the truth of whole distributions, for tokens of the unseen rest too', () => {
    const draws = fc.array(fc.oneof(fc.nat(3), fc.nat(12), fc.nat(60)), {
      minLength: 1,
      maxLength: 30,
    })
    const penalty = fc.constantFrom(-1, 0, 0.3, 1.7)
    const bias = fc.constantFrom(-100, -1, 0, 3)
    const law = fc.property(draws, penalty, penalty, bias, (ids, presence, frequency, amount) => {
      const logits = logitsOf('flat')
      const logprobs = logprobsOf(logits, 1)
      const named = (id: number) => ({ token: `w${id}`, logprob: logprobs[id] ?? null })
      const tokens = new TokenStore()
      for (const id of ids) {
        tokens.append({ ...named(id), alternatives: [0, 1, 2, 3, 4].map(named) })
      }
      const added = new Map<number, number>([[8, amount]])
      for (const id of new Set(ids.slice(0, -1))) {
        const count = ids.slice(0, -1).filter((one) => one === id).length
        added.set(id, (added.get(id) ?? 0) - count * frequency - presence)
      }
      const settings = {
        ...asRecorded,
        presence_penalty: presence,
        frequency_penalty: frequency,
        biases: new Map([[key('w8'), amount]]),
      }
      const last = ids.length - 1
      const basis = { ...raw, vocabulary: logits.length }
      const { listed, chosen } = readWhatIf(tokens, settings, basis).outcome(last)
      const truth = drawnFrom(logits, added, settings)
      for (const [chance, id] of [
        ...listed.map((one, at) => [one, at] as const),
        [chosen, ids[last] ?? 0] as const,
      ]) {
        expect(chance?.lower).toBeLessThanOrEqual((truth[id] ?? 0) + 1e-9)
        expect(chance?.upper).toBeGreaterThanOrEqual((truth[id] ?? 0) - 1e-9)
      }
    })
    fc.assert(law, { numRuns: 80 })
  })
})
