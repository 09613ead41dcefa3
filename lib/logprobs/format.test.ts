import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBits,
  formatBitsInterval,
  formatLogprob,
  formatPercent,
  formatRank,
  probability,
} from './index.ts'

describe('formatPercent', () => {
  it('writes one decimal', () => {
    expect(formatPercent(0.612)).toBe('61.2 %')
    expect(formatPercent(0.001)).toBe('0.1 %')
    expect(formatPercent(0.999)).toBe('99.9 %')
  })

  it('never claims certainty, not even where a logprob was rounded or ran out of digits', () => {
    expect(formatPercent(probability(0))).toBe('>99.9 %')
    expect(formatPercent(probability(-0.0001))).toBe('>99.9 %')
    expect(formatPercent(probability(-800))).toBe('<0.1 %')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        expect(formatPercent(p)).not.toMatch(/^(0\.0|100)/)
      }),
    )
  })
})

describe('other figures', () => {
  it('name their unit', () => {
    expect(formatBits(2)).toBe('2.00 bit')
    expect(formatBitsInterval({ lower: 1.001, upper: 1.002 })).toBe('1.00 bit')
    expect(formatBitsInterval({ lower: 1, upper: 2.5 })).toBe('1.00–2.50 bit')
  })

  it('give logprobs as they were recorded, however small', () => {
    expect(formatLogprob(-1.23456)).toBe('−1.235')
    expect(formatLogprob(-0)).toBe('0.000')
    expect(formatLogprob(-0.000016)).toBe('−0.000016')
    expect(formatLogprob(-1.6e-7)).toBe('−1.6e−7')
  })

  it('give a rank exactly or from and to', () => {
    expect(formatRank({ lower: 3, upper: 3 })).toBe('3')
    expect(formatRank({ lower: 6, upper: 40 })).toBe('6–40')
  })
})
