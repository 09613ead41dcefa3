import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#lib/teaching-model/sampling/random.ts'
import { drawsFrom } from './draws.ts'
import { blindLoss, logLoss } from './score.ts'

describe('the score of an answer', () => {
  it('is the surprise at what is right, in bits', () => {
    expect(logLoss(0.5, true, 3)).toBeCloseTo(1, 12)
    expect(logLoss(0.5, false, 3)).toBeCloseTo(2, 12)
    expect(logLoss(0.99, true, 3)).toBeCloseTo(0.0145, 4)
    expect(blindLoss(3)).toBeCloseTo(1.585, 3)
  })

  it('is best for whoever says what they believe', () => {
    const probability = fc.double({ min: 0.34, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(probability, probability, (belief, said) => {
        const expected = (one: number) =>
          belief * logLoss(one, true, 3) + (1 - belief) * logLoss(one, false, 3)
        expect(expected(belief)).toBeLessThanOrEqual(expected(said) + 1e-9)
      }),
    )
  })
})

describe('draws', () => {
  const exactly = (p: number) => ({ lower: p, upper: p })
  const distribution = {
    candidates: [0.6, 0.3].map((p) => ({ token: String(p), recorded: p, chance: exactly(p) })),
    rest: { recorded: 0.1, chance: exactly(0.1) },
  }

  it('come as often as their probabilities say', () => {
    const draws = drawsFrom(distribution, 20_000, createRandom(1, 0))
    const share = (drawn: number | 'rest') => draws.filter((one) => one === drawn).length / 20_000
    expect(share(0)).toBeCloseTo(0.6, 1)
    expect(share(1)).toBeCloseTo(0.3, 1)
    expect(share('rest')).toBeCloseTo(0.1, 1)
  })

  it('never give what cannot be drawn', () => {
    const only = {
      candidates: [{ token: 'a', recorded: 0.2, chance: exactly(1) }],
      rest: { recorded: 0.8, chance: exactly(0) },
    }
    expect(new Set(drawsFrom(only, 500, createRandom(2, 0)))).toEqual(new Set([0]))
  })
})
