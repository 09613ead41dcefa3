import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextPieces } from './text-pieces.ts'

describe('TextPieces', () => {
  it('gives every slice of the joined text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 6 }), { maxLength: 8 }),
        fc.constantFrom('', '\n', '--'),
        fc.nat(60),
        fc.nat(60),
        (pieces, separator, from, to) => {
          const text = new TextPieces(pieces, separator)
          const joined = pieces.join(separator)
          expect(text.length).toBe(joined.length)
          expect(text.slice(from, to)).toBe(joined.slice(from, Math.max(from, to)))
        },
      ),
    )
  })

  it('takes in pieces that are added, once it is told', () => {
    const pieces = ['a']
    const text = new TextPieces(pieces, '\n')
    pieces.push('b', '')
    expect(text.slice(0, 9)).toBe('a')
    expect(text.grow()).toBe(4)
    expect(text.slice(0, 9)).toBe('a\nb\n')
  })
})
