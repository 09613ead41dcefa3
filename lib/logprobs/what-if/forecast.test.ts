import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from '../measures.ts'
import { ForkForecast } from './forecast.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
/** The true probability of each token, within an interval. */
const steps = fc.array(
  fc.tuple(share, share, share).map((three) => {
    const [lower = 0, truth = 0, upper = 0] = three.toSorted((a, b) => a - b)
    return { lower, truth, upper }
  }),
  { minLength: 1, maxLength: 40 },
)

function forecastOf(intervals: readonly Interval[]): ForkForecast {
  const forecast = new ForkForecast()
  for (const { lower, upper } of intervals) forecast.push(lower, upper)
  return forecast
}

/** A run that follows every token leaves everywhere with probability 0. */
const nowhere = { position: 0, probability: { lower: 0, upper: 0 }, certain: true }

/** The probability of leaving at each position, by the definition. */
function leaves(truths: readonly number[]): number[] {
  return truths.map((q, at) => truths.slice(0, at).reduce((all, one) => all * one, 1) * (1 - q))
}

describe('the fork forecast', () => {
  it('holds the true chance of following the text, and of leaving where it says', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const forecast = forecastOf(all)
        const truths = all.map(({ truth }) => truth)
        for (let count = 0; count <= all.length; count++) {
          const { lower, upper } = forecast.followed(count)
          const actual = truths.slice(0, count).reduce((product, one) => product * one, 1)
          expect(Math.exp(lower)).toBeLessThanOrEqual(actual + 1e-12)
          expect(Math.exp(upper)).toBeGreaterThanOrEqual(actual - 1e-12)
        }
        const actual = leaves(truths)
        const { position, probability, certain } = forecast.fork() ?? nowhere
        const here = actual[position] ?? Number.NaN
        expect(probability.lower).toBeLessThanOrEqual(here + 1e-12)
        expect(probability.upper).toBeGreaterThanOrEqual(here - 1e-12)
        expect(!certain || here >= Math.max(...actual) - 1e-12).toBe(true)
      }),
    )
  })

  it('finds the likeliest place when every figure is exact', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 40 }), (truths) => {
        const exact = truths.map((q) => ({ lower: q, upper: q }))
        const { position } = forecastOf(exact).fork() ?? nowhere
        const actual = leaves(truths)
        expect(actual[position]).toBeCloseTo(Math.max(...actual), 12)
      }),
    )
  })

  it('says where, how likely, and how sure that is', () => {
    const forecast = forecastOf([
      { lower: 0.9, upper: 0.95 },
      { lower: 0.2, upper: 0.3 },
      { lower: 0.5, upper: 0.6 },
    ])
    expect(forecast.fork()).toEqual({
      position: 1,
      probability: { lower: expect.closeTo(0.63, 12), upper: expect.closeTo(0.76, 12) },
      certain: true,
    })
  })

  it('is not sure where the intervals overlap', () => {
    const forecast = forecastOf([
      { lower: 0.5, upper: 0.8 },
      { lower: 0, upper: 1 },
    ])
    expect(forecast.fork()).toMatchObject({ position: 0, certain: false })
    expect(forecast.followed(2)).toEqual({ lower: -Infinity, upper: expect.closeTo(Math.log(0.8)) })
  })

  it('tells nothing before it was fed, nor where the run cannot leave', () => {
    expect(new ForkForecast().fork()).toBeUndefined()
    expect(forecastOf([{ lower: 1, upper: 1 }]).fork()).toBeUndefined()
    expect(new ForkForecast().followed(3)).toEqual({ lower: 0, upper: 0 })
  })

  it('does not run out of digits over a hundred thousand tokens', () => {
    const forecast = new ForkForecast()
    for (let at = 0; at < 100_000; at++) forecast.push(0.5, 0.5)
    expect(forecast.followed(100_000).lower).toBeCloseTo(100_000 * Math.log(0.5), 4)
    expect(forecast.fork()).toMatchObject({ position: 0, certain: true })
  })
})
