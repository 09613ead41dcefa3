import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logprobOfStep, quantisation, stepOf } from './quantise.ts'

const nats = fc.oneof(
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.double({ min: 0, max: 900, noNaN: true }),
)

describe('a quantised log probability', () => {
  it('is as near as is said', () => {
    fc.assert(
      fc.property(nats, (x) => {
        const kept = logprobOfStep(stepOf(-x)) ?? Number.NaN
        expect(Math.abs(kept + x)).toBeLessThanOrEqual(quantisation.logprobError(x))
        expect(Math.abs(Math.exp(kept) - Math.exp(-x))).toBeLessThanOrEqual(
          quantisation.probabilityError,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the order', () => {
    fc.assert(
      fc.property(nats, nats, (a, b) => {
        expect(stepOf(-Math.min(a, b))).toBeLessThanOrEqual(stepOf(-Math.max(a, b)))
      }),
    )
  })

  it('keeps what has a meaning of its own', () => {
    expect([null, Number.NaN, 0, -9999, -Infinity].map(stepOf).map(logprobOfStep)).toEqual([
      null,
      null,
      0,
      -9999,
      -9999,
    ])
  })

  it('is the same when it is quantised again', () => {
    fc.assert(
      fc.property(nats, (x) => {
        expect(stepOf(logprobOfStep(stepOf(-x)))).toBe(stepOf(-x))
      }),
    )
  })
})
