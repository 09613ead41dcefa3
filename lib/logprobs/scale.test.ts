import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEAT_EDGES, HEAT_STEPS, heatStep, isUnknown } from './index.ts'

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
