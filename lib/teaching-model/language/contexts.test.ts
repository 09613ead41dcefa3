import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createContextIndex, findContexts } from './contexts.ts'

const row = fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 60 })

describe('findContexts', () => {
  it('finds exactly the positions that share the last tokens, for every length', () => {
    fc.assert(
      fc.property(row, fc.array(fc.nat({ max: 4 }), { maxLength: 6 }), (tokens, context) => {
        const depth = 4
        const positions = Int32Array.from(tokens.keys()).slice(1)
        const index = createContextIndex(Int32Array.from(tokens), positions, depth)
        const found = findContexts(index, context, depth).map(({ start, end }) =>
          Array.from(index.order.slice(start, end)).toSorted((a, b) => a - b),
        )
        const lengths = [1, 2, 3, 4].filter((length) => length <= context.length)
        const expected = lengths
          .map((length) => {
            const wanted = context.slice(-length)
            return Array.from(positions).filter((position) =>
              wanted.every((token, offset) => tokens[position - length + offset] === token),
            )
          })
          .filter((list) => list.length > 0)
        expect(found).toEqual(expected)
      }),
    )
  })
})
