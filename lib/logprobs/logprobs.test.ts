import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entropyBounds,
  formatPercent,
  formatRank,
  HEAT_EDGES,
  heatStep,
  isUnknown,
  probability,
  rank,
  surprisalBits,
  unseenMass,
} from './index.ts'

/** A whole distribution as logprobs, likeliest first. */
const distribution = fc
  .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 })
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight) => Math.log(weight / total)).toSorted((a, b) => b - a)
  })
const entropyOf = (logprobs: number[]) =>
  logprobs.reduce((sum, l) => sum - Math.exp(l) * (l / Math.LN2), 0)

describe('the heat scale', () => {
  it('puts each edge into the likelier step', () => {
    HEAT_EDGES.forEach((edge, index) => {
      expect(heatStep(Math.log(edge))).toBe(index)
      expect(heatStep(Math.log(edge) - 1e-9)).toBe(index + 1)
    })
    expect(heatStep(0)).toBe(0)
    expect(heatStep(-20)).toBe(6)
  })

  it('never falls as surprise grows', () => {
    const logprob = fc.double({ min: -30, max: 0, noNaN: true })
    fc.assert(
      fc.property(logprob, logprob, (a, b) => {
        expect(
          Math.sign((heatStep(a) ?? 0) - (heatStep(b) ?? 0)) * Math.sign(b - a),
        ).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it.each([null, undefined, -9999, -3.4e38, -Infinity, Number.NaN])(
    'knows that %s says nothing',
    (logprob) => {
      expect(isUnknown(logprob)).toBe(true)
      expect(heatStep(logprob)).toBeUndefined()
    },
  )
})

describe('entropyBounds', () => {
  it('hold the entropy of every distribution, however little of it is listed', () => {
    fc.assert(
      fc.property(distribution, fc.integer({ min: 1, max: 20 }), (all, k) => {
        const { lower, upper } = entropyBounds(all.slice(0, k), all.length)
        const actual = entropyOf(all)
        expect(lower).toBeLessThanOrEqual(actual + 1e-9)
        expect(upper).toBeGreaterThanOrEqual(actual - 1e-9)
      }),
    )
  })

  it('meet when everything is listed', () => {
    const { lower, upper } = entropyBounds([Math.log(0.5), Math.log(0.25), Math.log(0.25)])
    expect(lower).toBeCloseTo(1.5, 10)
    expect(upper).toBeCloseTo(1.5, 10)
  })
})

describe('rank', () => {
  it('holds the true rank of every token', () => {
    fc.assert(
      fc.property(distribution, fc.integer({ min: 1, max: 20 }), fc.nat(59), (all, k, at) => {
        const index = at % all.length
        const chosen = all[index] ?? 0
        const actual = 1 + all.filter((logprob) => logprob > chosen).length
        const { lower, upper } = rank(chosen, all.slice(0, k), index < k)
        expect(lower).toBeLessThanOrEqual(Math.max(actual, index < k ? 0 : k + 1))
        expect(upper + 1e-9).toBeGreaterThanOrEqual(actual)
      }),
    )
  })
})

describe('figures', () => {
  it('follow their formulas', () => {
    expect(probability(Math.log(0.25))).toBeCloseTo(0.25)
    expect(surprisalBits(Math.log(0.25))).toBeCloseTo(2)
    expect(surprisalBits(-0)).toBe(0)
    expect(unseenMass([Math.log(0.5), Math.log(0.3)])).toBeCloseTo(0.2)
  })

  it('are written without a false certainty', () => {
    expect(formatPercent(0.612)).toBe('61.2 %')
    expect(formatPercent(0.9999)).toBe('>99.9 %')
    expect(formatPercent(1)).toBe('100.0 %')
    expect(formatPercent(1e-9)).toBe('<0.1 %')
    expect(formatRank({ lower: 6, upper: 40 })).toBe('6–40')
  })
})
