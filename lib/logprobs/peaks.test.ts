import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPeak, nextStop, peakBelow, peaksOf } from './peaks.ts'

const of = (...logprobs: number[]) => ({
  length: logprobs.length,
  logprob: (index: number) => logprobs[index] ?? Number.NaN,
})
const some = fc
  .array(fc.oneof(fc.integer({ min: -6, max: 0 }), fc.constantFrom(-9999, Number.NaN)), {
    maxLength: 40,
  })
  .map((list) => of(...list))

describe('peaks', () => {
  it('stand above their neighbours, at an end too', () => {
    expect(peaksOf(of(-3, -1, -2, -4, -2, 0, -5))).toEqual([0, 3, 6])
  })

  it('are less likely than one in four', () => {
    expect(peaksOf(of(0, Math.log(peakBelow), 0, Math.log(peakBelow) - 1e-9))).toEqual([3])
  })

  it('of equal neighbours the first, and never an unknown token', () => {
    expect(peaksOf(of(0, -3, -3, -3, 0))).toEqual([1])
    expect(peaksOf(of(Number.NaN, -3, -9999, -4))).toEqual([1, 3])
  })

  it('are found in every list that has an unlikely token, at its least likely one', () => {
    fc.assert(
      fc.property(some, (tokens) => {
        const known = Array.from({ length: tokens.length }, (_, i) => tokens.logprob(i)).filter(
          (l) => l > -9999,
        )
        const least = Math.min(0, ...known)
        const peaks = peaksOf(tokens)
        const lowest = Math.min(0, ...peaks.map((peak) => tokens.logprob(peak)))
        expect(lowest).toBe(least < Math.log(peakBelow) ? least : 0)
      }),
    )
  })
})

describe('nextStop', () => {
  it('goes over all peaks and forks, there and back', () => {
    fc.assert(
      fc.property(some, fc.array(fc.nat(39), { maxLength: 3 }), (tokens, marks) => {
        const forks = marks.filter((mark) => mark < tokens.length)
        const stops = Array.from({ length: tokens.length }, (_, index) => index).filter(
          (index) => forks.includes(index) || isPeak(tokens, index),
        )
        const walk = (direction: 1 | -1) => {
          const seen: number[] = []
          let at = nextStop(tokens, forks, undefined, direction)
          for (; at !== undefined; at = nextStop(tokens, forks, at, direction)) seen.push(at)
          return seen
        }
        expect(walk(1)).toEqual(stops)
        expect(walk(-1)).toEqual(stops.toReversed())
      }),
    )
  })
})
