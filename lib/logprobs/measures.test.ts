import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  logitsOf,
  logprobsOf,
  shapes,
  vocabularySize,
} from './what-if/whole-distribution.fixture.ts'
import { entropyBounds, probability, rank, surprisalBits, unseenMass } from './index.ts'

/** A whole distribution as logprobs, likeliest first; peaked and flat ones alike. */
const distribution = fc
  .tuple(
    fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 }),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([weights, sharpness]) => {
    const sharpened = weights.map((weight) => weight ** sharpness)
    const total = sharpened.reduce((sum, weight) => sum + weight, 0)
    return sharpened.map((weight) => Math.log(weight / total)).toSorted((a, b) => b - a)
  })
/** One, how many of its tokens are listed, and which one was chosen. */
const position = fc
  .tuple(distribution, fc.integer({ min: 1, max: 20 }), fc.nat(59))
  .map(([all, k, at]) => ({ all, listed: all.slice(0, k), index: at % all.length }))

const entropyOf = (logprobs: number[]) =>
  logprobs.reduce((sum, l) => sum - Math.exp(l) * (l / Math.LN2), 0)
const near = 1e-9

describe('entropyBounds', () => {
  it('hold the entropy of every distribution, however little of it is known', () => {
    fc.assert(
      fc.property(position, ({ all, listed, index }) => {
        const chosen = index < listed.length ? undefined : all[index]
        const { lower, upper } = entropyBounds(listed, { chosen, vocabulary: all.length })
        const actual = entropyOf(all)
        expect(lower).toBeLessThanOrEqual(actual + near)
        expect(upper).toBeGreaterThanOrEqual(actual - near)
      }),
    )
  })

  it('never widen when one more token is listed', () => {
    fc.assert(
      fc.property(distribution, fc.integer({ min: 1, max: 20 }), (all, k) => {
        const vocabulary = all.length
        const fewer = entropyBounds(all.slice(0, k), { vocabulary })
        const more = entropyBounds(all.slice(0, k + 1), { vocabulary })
        expect(more.lower).toBeGreaterThanOrEqual(fewer.lower - near)
        expect(more.upper).toBeLessThanOrEqual(fewer.upper + near)
      }),
    )
  })

  it('meet when everything is listed', () => {
    const { lower, upper } = entropyBounds([Math.log(0.5), Math.log(0.25), Math.log(0.25)])
    expect(lower).toBeCloseTo(1.5, 10)
    expect(upper).toBeCloseTo(1.5, 10)
  })

  it('do not take a rare chosen token for the smallest of the list', () => {
    const { lower } = entropyBounds([Math.log(0.5)], { chosen: Math.log(0.001) })
    expect(lower).toBeCloseTo(entropyOf([0.5, 0.499, 0.001].map(Math.log)), 10)
  })

  it('do not believe a list of which the unseen rest cannot be made', () => {
    const { lower } = entropyBounds([1.5e-8, 1e-8].map(Math.log), { chosen: Math.log(1e-11) })
    expect(lower).toBeLessThan(0.001)
  })

  it('start at no information when nothing is listed', () => {
    expect(entropyBounds([], { vocabulary: 8 })).toEqual({ lower: 0, upper: 3 })
  })
})

describe('rank', () => {
  it('holds the true rank of every token, and is exact for listed ones', () => {
    fc.assert(
      fc.property(position, ({ all, listed, index }) => {
        const chosen = all[index] ?? 0
        const inList = index < listed.length
        const actual = 1 + all.filter((logprob) => logprob > chosen).length
        const { lower, upper } = rank(chosen, listed, inList)
        expect(lower).toBeLessThanOrEqual(actual)
        expect(upper).toBeGreaterThanOrEqual(actual)
        expect(inList && lower !== upper).toBe(false)
      }),
    )
  })

  it('believes an unlisted token that is likelier than the list', () => {
    expect(rank(Math.log(0.6), [0.2, 0.1].map(Math.log), false)).toEqual({ lower: 1, upper: 1 })
  })

  it('stays within the vocabulary for a token too unlikely to compute', () => {
    const { lower, upper } = rank(-800, [Math.log(0.5)], false)
    expect(lower).toBe(2)
    expect(upper).toBeLessThanOrEqual(200_019)
  })
})

describe('probability, surprisal and unseen mass', () => {
  it('follow their formulas', () => {
    expect(probability(Math.log(0.25))).toBeCloseTo(0.25)
    expect(surprisalBits(Math.log(0.25))).toBeCloseTo(2)
    expect(unseenMass([Math.log(0.5), Math.log(0.3)])).toBeCloseTo(0.2)
  })

  it('stay in range where a provider rounds', () => {
    expect(probability(1e-7)).toBe(1)
    expect(surprisalBits(1e-7)).toBe(0)
    expect(Object.is(surprisalBits(-0), 0)).toBe(true)
    expect(unseenMass([0, Math.log(0.01)])).toBe(0)
  })
})

// Whole distributions take their time on a busy machine.
describe('at the size of a real vocabulary', { timeout: 60_000 }, () => {
  const whole = fc.record({
    shape: fc.constantFrom(...shapes),
    k: fc.constantFrom(1, 5, 20),
    temperature: fc.constantFrom(1, 0.6, 1.5),
    chosen: fc.oneof(fc.nat(4), fc.nat(30), fc.nat(vocabularySize - 1)),
  })

  it('entropy and rank hold the truth for 1, 5 and 20 alternatives', () => {
    fc.assert(
      fc.property(whole, ({ shape, k, temperature, chosen }) => {
        const all = logprobsOf(logitsOf(shape), temperature)
        const logprob = all[chosen] ?? 0
        const listed = [...all.subarray(0, k)]
        const inList = chosen < k
        const entropy = entropyBounds(listed, {
          chosen: inList ? undefined : logprob,
          vocabulary: vocabularySize,
        })
        const actual = all.reduce((sum, l) => sum - Math.exp(l) * (l / Math.LN2), 0)
        expect(entropy.lower).toBeLessThanOrEqual(actual + near)
        expect(entropy.upper).toBeGreaterThanOrEqual(actual - near)
        const likelier = all.reduce((count, l) => count + (l > logprob ? 1 : 0), 0)
        const { lower, upper } = rank(logprob, listed, inList)
        expect(lower).toBeLessThanOrEqual(1 + likelier)
        expect(upper).toBeGreaterThanOrEqual(1 + likelier)
      }),
      { numRuns: 80 },
    )
  })

  it('neither widens when more alternatives are listed', () => {
    const fewer = fc.constantFrom([1, 5], [5, 20], [1, 20])
    fc.assert(
      fc.property(whole, fewer, ({ shape, temperature, chosen }, [few = 1, many = 20]) => {
        const all = logprobsOf(logitsOf(shape), temperature)
        const logprob = all[chosen] ?? 0
        const [less, more] = [few, many].map((k) => {
          const listed = [...all.subarray(0, k)]
          const beside = { chosen: chosen < k ? undefined : logprob, vocabulary: vocabularySize }
          return { entropy: entropyBounds(listed, beside), rank: rank(logprob, listed, chosen < k) }
        })
        for (const measure of ['entropy', 'rank'] as const) {
          expect(more?.[measure].lower).toBeGreaterThanOrEqual((less?.[measure].lower ?? 0) - near)
          expect(more?.[measure].upper).toBeLessThanOrEqual((less?.[measure].upper ?? 0) + near)
        }
      }),
      { numRuns: 60 },
    )
  })
})
