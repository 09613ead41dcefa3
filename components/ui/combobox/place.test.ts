import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAt } from './place.ts'
import { matchesOf } from './matches.ts'

describe('placeAt', () => {
  it('goes below the field, or above where only there is room', () => {
    const view = { width: 1440, height: 900 }
    expect(placeAt({ top: 100, bottom: 124, right: 330 }, view, 900).edge).toEqual({ top: 128 })
    expect(placeAt({ top: 850, bottom: 874, right: 330 }, view, 900).edge).toEqual({ bottom: 54 })
  })

  it('stays within the width of the window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 320, max: 2000 }),
        (right, width) => {
          const place = placeAt({ top: 100, bottom: 124, right }, { width, height: 800 }, 800)
          expect(place.left).toBeGreaterThanOrEqual(8)
          expect(place.left + place.width).toBeLessThanOrEqual(width - 8)
        },
      ),
    )
  })
})

describe('matchesOf', () => {
  const options = ['openai/gpt-4o', 'gpt-4o-mini', 'Claude'].map((value) => ({ value }))
  const found = (typed: string) => matchesOf(options, typed).map(({ value }) => value)

  it('finds all words anywhere, what begins so first', () => {
    expect(found('gpt')).toEqual(['gpt-4o-mini', 'openai/gpt-4o'])
    expect(found('MINI gpt')).toEqual(['gpt-4o-mini'])
    expect(found('claude')).toEqual(['Claude'])
    expect(found(' ')).toHaveLength(3)
    expect(found('x(')).toEqual([])
  })
})
