import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'

const numbers = (seed: number, stream: number, count = 50) => {
  const random = createRandom(seed, stream)
  return Array.from({ length: count }, random)
}

describe('createRandom', () => {
  it('repeats exactly for the same seed and stream', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat({ max: 127 }), (seed, stream) => {
        expect(numbers(seed, stream)).toEqual(numbers(seed, stream))
      }),
    )
  })

  it('differs between seeds, also where only the high bits or the sign differ', () => {
    const seeds = [0, 1, -1, 2 ** 32, 2 ** 33, 2 ** 53 - 1, -(2 ** 53 - 1), 42]
    expect(new Set(seeds.map((seed) => numbers(seed, 0).join())).size).toBe(seeds.length)
  })

  it('differs between the streams of one seed from the first number on', () => {
    const first = Array.from({ length: 128 }, (_, stream) => numbers(7, stream, 1)[0])
    expect(new Set(first).size).toBe(128)
  })

  it('is spread evenly: each tenth of the range gets a tenth, within six standard deviations', () => {
    const counts = Array<number>(10).fill(0)
    for (const value of numbers(2024, 3, 100_000)) {
      counts[Math.floor(value * 10)] = (counts[Math.floor(value * 10)] ?? 0) + 1
    }
    expect(counts).toHaveLength(10)
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(6 * 95)
  })
})
