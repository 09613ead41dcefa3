import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEAT_EDGES, HEAT_STEPS, heatStep, isUnknown } from './index.ts'
import {
  bitsStep,
  DIFFERENCE_STEPS,
  differenceStep,
  RANK_STEPS,
  rankStep,
  SAME_STEP,
} from './scale.ts'

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
        const [likelier, rarer] = [Math.max(a, b), Math.min(a, b)]
        expect(heatStep(rarer)).toBeGreaterThanOrEqual(heatStep(likelier) ?? 6)
      }),
    )
  })

  it('has a legend that says the edges in both units', () => {
    expect(HEAT_STEPS.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(HEAT_STEPS.map(({ probability }) => probability)).toEqual([
      '≥ .9',
      '.9–.7',
      '.7–.5',
      '.5–.25',
      '.25–.1',
      '.1–.01',
      '< .01',
    ])
    expect(HEAT_STEPS.map(({ bits }) => bits)).toEqual([
      '< .15',
      '.15–.51',
      '.51–1',
      '1–2',
      '2–3.32',
      '3.32–6.64',
      '> 6.64',
    ])
  })
})

describe('isUnknown', () => {
  it.each([null, undefined, -9999, -9999.5, -3.4028235e38, -Infinity, Infinity, 0.1, Number.NaN])(
    'knows that %s says nothing',
    (logprob) => {
      expect(isUnknown(logprob)).toBe(true)
      expect(heatStep(logprob)).toBeUndefined()
    },
  )

  it.each([0, -0, 1e-7, -0.5, -100, -800])('takes %s for what it says', (logprob) => {
    expect(isUnknown(logprob)).toBe(false)
    expect(heatStep(logprob)).toBeDefined()
  })
})

describe('the scales of the other metrics', () => {
  it('puts bits into the steps of the same probabilities', () => {
    HEAT_EDGES.forEach((edge, index) => {
      expect(bitsStep(-Math.log2(edge))).toBe(index)
      expect(bitsStep(-Math.log2(edge) + 1e-9)).toBe(index + 1)
    })
  })

  it('has seven steps of ranks', () => {
    const ranks = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 9000]
    expect(ranks.map(rankStep)).toEqual([0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    expect(RANK_STEPS).toHaveLength(7)
  })

  it('has three steps of differences on either side of about the same', () => {
    const bits = [-9, -2, -1, -0.5, 0, 0.5, 0.51, 1.01, 2.01]
    expect(bits.map(differenceStep)).toEqual([0, 1, 2, 3, 3, 3, 4, 5, 6])
    expect(DIFFERENCE_STEPS[SAME_STEP]?.factor).toBe('about the same')
  })
})
