import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, processProbabilities, type Sampling } from './chain.ts'
import type { Changes } from './penalties.ts'
import { createRandom } from './random.ts'

const open: Sampling = { temperature: 1, top_k: 0, top_p: 1, min_p: 0 }
const unchanged: Changes = {
  penalties: { repetition_penalty: 1, frequency_penalty: 0, presence_penalty: 0 },
  bias: new Map(),
  seen: new Set(),
  generated: new Map(),
}

const distributions = fc
  .array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((logits) => normalised(logits.map(Math.exp)))

const settings = fc.record({
  temperature: fc.double({ min: 0.3, max: 2, noNaN: true }),
  top_k: fc.integer({ min: -1, max: 45 }),
  top_p: fc.double({ min: 0, max: 1, noNaN: true }),
  min_p: fc.double({ min: 0, max: 1, noNaN: true }),
})

const changes: fc.Arbitrary<Changes> = fc.record({
  penalties: fc.record({
    repetition_penalty: fc.double({ min: 0.5, max: 2, noNaN: true }),
    frequency_penalty: fc.double({ min: -2, max: 2, noNaN: true }),
    presence_penalty: fc.double({ min: -2, max: 2, noNaN: true }),
  }),
  bias: fc
    .array(fc.tuple(fc.nat(39), fc.double({ min: -100, max: 100, noNaN: true })))
    .map((entries) => new Map(entries)),
  seen: fc.array(fc.nat(39)).map((indexes) => new Set(indexes)),
  generated: fc
    .array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 50 })))
    .map((entries) => new Map(entries)),
})

function normalised(values: readonly number[]): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0)
  return Float64Array.from(values, (value) => value / total)
}

function processed(
  probabilities: Float64Array,
  sampling: Partial<Sampling> = {},
  changed: Changes = unchanged,
): Float64Array {
  const into = new Float64Array(probabilities.length)
  processProbabilities(probabilities, { ...open, ...sampling }, changed, into)
  return into
}

/** Only the changes that name a candidate. */
function within({ bias, seen, generated, penalties }: Changes, size: number): Changes {
  return {
    penalties,
    bias: new Map([...bias].filter(([index]) => index < size)),
    seen: new Set([...seen].filter((index) => index < size)),
    generated: new Map([...generated].filter(([index]) => index < size)),
  }
}

const survivors = (probabilities: Float64Array) =>
  [...probabilities.keys()].filter((index) => (probabilities[index] ?? 0) > 0)

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)

/** In nats. */
const entropy = (probabilities: Float64Array) =>
  -sumOf(probabilities.map((p) => (p > 0 ? p * Math.log(p) : 0)))

/** The filters written out one by one, on entries sorted from likely to unlikely. */
function kept(probabilities: Float64Array, { temperature, top_k, top_p, min_p }: Sampling) {
  const highest = Math.max(...probabilities)
  // By the same rounding as the chain, so that near ties fall alike.
  const weigh = (p: number) => Math.exp(Math.log(p / highest) * (1 / temperature))
  let left = Array.from(probabilities, (p, index) => ({ index, p: weigh(p) })).toSorted(
    (a, b) => b.p - a.p || a.index - b.index,
  )
  if (top_k > 0) left = left.slice(0, top_k)
  const mass = sumOf(left.map(({ p }) => p))
  let before = 0
  if (top_p < 1)
    left = left.filter(({ p }, place) => {
      const inside = place === 0 || before < top_p * mass
      before += p
      return inside
    })
  const likeliest = left[0]?.p ?? 0
  return left.filter(({ p }) => p >= min_p * likeliest).map(({ index }) => index)
}

describe('processProbabilities', () => {
  it('sums to 1 within 1e-9, whatever is set', () => {
    fc.assert(
      fc.property(distributions, settings, changes, (probabilities, sampling, changed) => {
        const made = processed(probabilities, sampling, within(changed, probabilities.length))
        expect(Math.abs(sumOf(made) - 1)).toBeLessThan(1e-9)
        expect(made.every((p) => p >= 0 && p <= 1 + 1e-12)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what top_k, top_p and min_p leave, each applied to the rest of the one before', () => {
    fc.assert(
      fc.property(distributions, settings, (probabilities, sampling) => {
        expect(survivors(processed(probabilities, sampling))).toEqual(
          kept(probabilities, sampling).toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('keeps with top_p the smallest group of the likeliest that reaches it', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(distributions, share, (probabilities, top_p) => {
        const group = survivors(processed(probabilities, { top_p })).map(
          (index) => probabilities[index] ?? 0,
        )
        const least = Math.min(...group)
        const outside = [...probabilities].toSorted((a, b) => b - a).slice(group.length)
        expect(sumOf(group)).toBeGreaterThanOrEqual(top_p - 1e-9)
        expect(sumOf(group) - least).toBeLessThan(top_p + 1e-9)
        expect(Math.max(0, ...outside)).toBeLessThanOrEqual(least)
      }),
    )
  })

  it('loses entropy as the temperature falls', () => {
    const pair = fc.tuple(
      fc.double({ min: 0.05, max: 3, noNaN: true }),
      fc.double({ min: 0.05, max: 3, noNaN: true }),
    )
    fc.assert(
      fc.property(distributions, pair, (probabilities, [one, other]) => {
        const cold = entropy(processed(probabilities, { temperature: Math.min(one, other) }))
        const hot = entropy(processed(probabilities, { temperature: Math.max(one, other) }))
        expect(cold).toBeLessThanOrEqual(hot + 1e-9)
      }),
    )
  })

  it.each([
    [{ top_k: 2 }, [0, 1]],
    [{ top_p: 0.75 }, [0, 1]],
    [{ top_p: 0 }, [0]],
    [{ min_p: 0.24 }, [0, 1, 2, 3]],
    [{ min_p: 0.26 }, [0, 1]],
    [{ top_k: 3, top_p: 0.85 }, [0, 1]],
    [{ top_k: 3, top_p: 0.86 }, [0, 1, 2]],
    [{}, [0, 1, 2, 3]],
    [{ top_k: -1 }, [0, 1, 2, 3]],
  ])('of 1/2, 1/4, 1/8, 1/8 leaves with %o exactly %o', (set, indexes) => {
    expect(survivors(processed(normalised([4, 2, 1, 1]), set))).toEqual(indexes)
  })

  it('keeps the first of equal tokens', () => {
    const equal = normalised([1, 2, 2, 2])
    expect(survivors(processed(equal, { top_k: 2 }))).toEqual([1, 2])
    expect(survivors(processed(equal, { temperature: 0 }))).toEqual([1])
  })

  it('is ln p over T: squares at half the temperature, square roots at twice', () => {
    const half = processed(normalised([0.8, 0.2]), { temperature: 0.5 })
    expect(half[0]).toBeCloseTo(0.64 / 0.68, 12)
    expect(processed(normalised([0.8, 0.2]), { temperature: 2 })[0]).toBeCloseTo(2 / 3, 12)
  })

  it('bans with a bias of −100, forces with +100, and revives nothing that is ruled out', () => {
    const ban = { ...unchanged, bias: new Map([[0, -100]]) }
    const force = { ...unchanged, bias: new Map([[2, 100]]) }
    const three = Float64Array.of(0.9, 0.1, 0)
    expect(processed(three, {}, ban)[0]).toBeLessThan(1e-40)
    expect(processed(three, {}, force)[2]).toBe(0)
    expect(processed(Float64Array.of(0.9, 0.0999, 0.0001), {}, force)[2]).toBeCloseTo(1, 12)
  })
})

describe('draw', () => {
  it('draws as often as the probabilities say (χ², 20,000 draws, 1 in 1,000)', () => {
    const probabilities = processed(normalised([50, 20, 10, 8, 5, 3, 2, 1, 0.5, 0.5]), {
      temperature: 0.8,
      min_p: 0.005,
    })
    const random = createRandom(20_260, 0)
    const drawn = new Float64Array(probabilities.length)
    for (let round = 0; round < 20_000; round++) {
      const index = draw(probabilities, random)
      drawn[index] = (drawn[index] ?? 0) + 1
    }
    const alive = survivors(probabilities)
    expect(survivors(drawn)).toEqual(alive)
    const chi = alive.map((index) => {
      const expected = 20_000 * (probabilities[index] ?? 0)
      return ((drawn[index] ?? 0) - expected) ** 2 / expected
    })
    expect(alive).toHaveLength(8)
    // The 99.9th percentile of χ² with 7 degrees of freedom.
    expect(sumOf(chi)).toBeLessThan(24.32)
  })

  it('never draws what has no probability, not even at the ends of the random range', () => {
    const probabilities = Float64Array.of(0, 0.5, 0, 0.5, 0)
    expect(draw(probabilities, () => 0)).toBe(1)
    expect(draw(probabilities, () => 1 - 2 ** -53)).toBe(3)
  })
})
