import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, toLogprobs, type Sampling } from './sampling.ts'

const open: Sampling = { temperature: 1, top_k: 0, top_p: 1, min_p: 0 }
const logits = fc.array(fc.double({ min: -12, max: 12, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
})

function logprobsOf(values: readonly number[]): Float64Array {
  const made = Float64Array.from(values)
  toLogprobs(made)
  return made
}

/** Every index that some point of the random range draws. */
function drawable(logprobs: Float64Array, sampling: Sampling): number[] {
  const points = Array.from({ length: 20_001 }, (_, step) => Math.min(step / 20_000, 1 - 1e-16))
  return [...new Set(points.map((point) => draw(logprobs, sampling, () => point)))].toSorted(
    (a, b) => a - b,
  )
}

/** The filters written out one by one, on entries sorted from likely to unlikely. */
function kept(logprobs: Float64Array, { temperature, top_k, top_p, min_p }: Sampling): number[] {
  const highest = Math.max(...logprobs)
  const weigh = (logprob: number) => Math.exp((logprob - highest) / temperature)
  let left = Array.from(logprobs, (logprob, index) => ({ index, p: weigh(logprob) })).toSorted(
    (a, b) => b.p - a.p || a.index - b.index,
  )
  if (top_k > 0) left = left.slice(0, top_k)
  const mass = left.reduce((sum, { p }) => sum + p, 0)
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

describe('toLogprobs', () => {
  it('gives finite natural logarithms of probabilities that sum to 1', () => {
    fc.assert(
      fc.property(logits, (values) => {
        const made = Array.from(logprobsOf(values))
        expect(made.every((logprob) => Number.isFinite(logprob) && logprob <= 0)).toBe(true)
        expect(made.reduce((sum, logprob) => sum + Math.exp(logprob), 0)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('draw', () => {
  it('draws only what top_k, top_p and min_p leave, each applied to the rest of the one before', () => {
    const settings = fc.record({
      temperature: fc.double({ min: 0.3, max: 2, noNaN: true }),
      top_k: fc.integer({ min: -1, max: 45 }),
      top_p: fc.double({ min: 0, max: 1, noNaN: true }),
      min_p: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(
        logits,
        settings,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (values, sampling, point) => {
          const logprobs = logprobsOf(values)
          expect(kept(logprobs, sampling)).toContain(draw(logprobs, sampling, () => point))
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    [{ top_k: 2 }, [0, 1]],
    [{ top_p: 0.75 }, [0, 1]],
    [{ top_p: 0 }, [0]],
    [{ min_p: 0.24 }, [0, 1, 2, 3]],
    [{ min_p: 0.26 }, [0, 1]],
    [{ top_k: 3, top_p: 0.86 }, [0, 1, 2]],
    [{ top_k: 3, top_p: 0.85 }, [0, 1]],
    [{}, [0, 1, 2, 3]],
    [{ top_k: -1 }, [0, 1, 2, 3]],
  ])('of 1/2, 1/4, 1/8, 1/8 leaves with %o exactly %o', (set, indexes) => {
    const logprobs = logprobsOf([0.5, 0.25, 0.125, 0.125].map(Math.log))
    expect(drawable(logprobs, { ...open, ...set })).toEqual(indexes)
  })

  it('keeps the first of equal tokens', () => {
    const logprobs = logprobsOf([0, 1, 1, 1])
    expect(drawable(logprobs, { ...open, top_k: 2 })).toEqual([1, 2])
    expect(draw(logprobs, { ...open, temperature: 0 }, () => 0.99)).toBe(1)
  })

  it('draws in proportion to the probabilities, sharpened or flattened by the temperature', () => {
    const logprobs = logprobsOf([0.8, 0.2].map(Math.log))
    const share = (temperature: number) => {
      const points = Array.from({ length: 10_000 }, (_, step) => step / 10_000)
      const drawn = points.map((point) => draw(logprobs, { ...open, temperature }, () => point))
      return drawn.filter((index) => index === 0).length / drawn.length
    }
    expect(share(1)).toBeCloseTo(0.8, 3)
    expect(share(0.5)).toBeCloseTo(0.64 / 0.68, 3)
    expect(share(2)).toBeCloseTo(2 / 3, 3)
  })
})
