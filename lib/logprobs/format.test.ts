import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBits,
  formatBitsInterval,
  formatJoint,
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

describe('formatJoint', () => {
  it('writes percent where one token would have them, and powers of ten below', () => {
    expect(formatJoint(Math.log(0.203))).toBe('20.3 %')
    expect(formatJoint(-0)).toBe('>99.9 %')
    expect(formatJoint(Math.log(0.001))).toMatch(/^(0\.1 %|1\.0e−3)$/)
    expect(formatJoint(Math.log(4.2e-9))).toBe('4.2e−9')
    expect(formatJoint(Math.log(9.97e-5))).toBe('1.0e−4')
  })

  it('keeps the magnitude of texts whose probability no number holds', () => {
    expect(formatJoint(-1000 * Math.LN10 + Math.log(2))).toBe('2.0e−1000')
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: -7, noNaN: true }), (logprob) => {
        const [mantissa = '', exponent = ''] = formatJoint(logprob).split('e−')
        expect(mantissa).toMatch(/^[1-9]\.\d$/)
        const back = Math.log(Number(mantissa)) - Number(exponent) * Math.LN10
        expect(Math.abs(back - logprob)).toBeLessThan(0.06)
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
