import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween } from './change-between.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') })

describe('the change between two texts', () => {
  it('turns one into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after)
        const { from, to, insert } = change ?? { from: 0, to: 0, insert: '' }
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
        expect(change === undefined).toBe(before === after)
      }),
    )
  })

  it('leaves alone what both have around it', () => {
    expect(changeBetween('{"a": 1}', '{"a": 25}')).toEqual({ from: 6, to: 7, insert: '25' })
    expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
  })
})
