import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entropyAt, rankAt, unseenAt } from './position-measures.ts'
import type { Position } from './position.ts'

const near = 1e-9

/** A whole distribution as logprobs, likeliest first. */
const distribution = fc
  .array(fc.double({ min: 1e-3, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 })
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight) => Math.log(weight / total)).toSorted((a, b) => b - a)
  })

/** How servers tell of a position: the chosen token in its place, left out, or put first. */
const told = fc
  .tuple(distribution, fc.integer({ min: 1, max: 20 }), fc.nat(59), fc.boolean())
  .map(([all, k, pick, isFirst]) => {
    const place = pick % all.length
    const chosen = all[place] ?? 0
    const listed = all.slice(0, k)
    const position: Position =
      isFirst && place >= listed.length
        ? { chosen, listed: [chosen, ...listed], chosenAt: 0 }
        : { chosen, listed, chosenAt: place < listed.length ? place : -1 }
    return { all, place, position }
  })

describe('what is known of a position', () => {
  it('holds the true entropy, rank and rest, wherever the chosen token is listed', () => {
    fc.assert(
      fc.property(told, ({ all, place, position }) => {
        const entropy = all.reduce((sum, l) => sum - (Math.exp(l) * l) / Math.LN2, 0)
        const bounds = entropyAt(position)
        expect(bounds?.lower).toBeLessThanOrEqual(entropy + near)
        expect(bounds?.upper).toBeGreaterThanOrEqual(entropy - near)
        const likelier = all.filter((l) => l > (all[place] ?? 0)).length
        const rank = rankAt(position)
        expect(rank?.lower).toBeLessThanOrEqual(likelier + 1)
        expect(rank?.upper).toBeGreaterThanOrEqual(likelier + 1)
        const listed = new Set([...Array.from(position.listed), position.chosen])
        const rest = all.reduce((sum, l) => sum + (listed.has(l) ? 0 : Math.exp(l)), 0)
        expect(unseenAt(position)).toBeGreaterThanOrEqual(rest - near)
      }),
    )
  })

  it('is nothing where nothing was told', () => {
    const nothing = { chosen: -9999, listed: [Number.NaN], chosenAt: -1 }
    expect([entropyAt(nothing), rankAt(nothing), unseenAt(nothing)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(rankAt({ chosen: -1, listed: [], chosenAt: -1 })).toBeUndefined()
  })
})
