import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divergence } from './divergence.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const whole = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map((masses) => {
    const total = masses.reduce((sum, one) => sum + one, 0)
    return new Map(masses.map((mass, at) => [names[at] ?? '', mass / total]))
  })

/** The divergence of whole distributions, by its definition. */
function exact(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const entropy = (ps: number[]) => ps.reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0)
  const [p, q] = [names.map((one) => a.get(one) ?? 0), names.map((one) => b.get(one) ?? 0)]
  const mixed = p.map((one, at) => (one + (q[at] ?? 0)) / 2)
  return entropy(mixed) - (entropy(p) + entropy(q)) / 2
}

const top = (all: ReadonlyMap<string, number>, count: number) =>
  new Map([...all].toSorted(([, p], [, q]) => q - p).slice(0, count))

describe('the divergence of two lists', () => {
  it('is that of the distributions where both are whole', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(divergence(a, b)).toBeCloseTo(exact(a, b), 9)
      }),
    )
  })

  it('is never more than the truth, and the same both ways', () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 6 }), (a, b, count) => {
        const told = divergence(top(a, count), top(b, count)) ?? Number.NaN
        expect(told).toBeLessThanOrEqual(exact(a, b) + 1e-9)
        expect(told).toBeGreaterThanOrEqual(0)
        expect(told).toBeCloseTo(divergence(top(b, count), top(a, count)) ?? Number.NaN, 12)
      }),
    )
  })

  it('is 0 for equal lists, 1 for lists that share nothing real, and unknown for none', () => {
    const a = new Map([['a', 1]])
    expect(divergence(a, a)).toBe(0)
    expect(
      divergence(
        new Map([
          ['a', 1],
          ['b', 0],
        ]),
        new Map([
          ['a', 0],
          ['b', 1],
        ]),
      ),
    ).toBe(1)
    expect(divergence(a, new Map())).toBeUndefined()
  })
})
