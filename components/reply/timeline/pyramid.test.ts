import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LeastPyramid } from './pyramid.ts'

describe('LeastPyramid', () => {
  it('gives the least of every stretch, unknown numbers left out', () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.NaN))
    const list = fc.oneof(
      fc.array(number, { maxLength: 40 }),
      fc.array(number, { minLength: 300, maxLength: 700 }),
    )
    fc.assert(
      fc.property(list, fc.nat(700), fc.nat(700), (numbers, a, b) => {
        const pyramid = new LeastPyramid()
        for (const one of numbers) pyramid.push(one)
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const known = numbers.slice(from, to).filter((one) => !Number.isNaN(one))
        expect(pyramid.least(from, to)).toBe(Math.min(Infinity, ...known))
      }),
    )
  })

  it('answers for a hundred thousand numbers, each of which can be the least', () => {
    const pyramid = new LeastPyramid()
    for (let index = 0; index < 100_000; index += 1) pyramid.push((index * 7919) % 100_003)
    expect(pyramid.length).toBe(100_000)
    expect(pyramid.least(0, 100_000)).toBe(0)
    expect(pyramid.least(1, 100_000)).toBe(1)
    expect(pyramid.least(54_321, 54_322)).toBe((54_321 * 7919) % 100_003)
  })
})
