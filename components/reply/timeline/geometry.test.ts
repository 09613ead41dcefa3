import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisBits, cellAt, cellCount, cellOf, ticksOf, tokensUnder } from './geometry.ts'

const drawn = fc.record({
  tokens: fc.integer({ min: 1, max: 100_000 }),
  width: fc.integer({ min: 1, max: 1500 }),
})

describe('cells', () => {
  it('cover every token once and every pixel once, and are never more than pixels', () => {
    fc.assert(
      fc.property(drawn, ({ tokens, width }) => {
        const cells = Array.from({ length: cellCount(tokens, width) }, (_, index) =>
          cellAt(index, tokens, width),
        )
        expect(cells.length).toBeLessThanOrEqual(width)
        expect([cells[0]?.from, cells[0]?.left]).toEqual([0, 0])
        expect([cells.at(-1)?.to, cells.at(-1)?.right]).toEqual([tokens, width])
        cells.forEach((cell, index) => {
          expect(cell.from).toBeLessThan(cell.to)
          expect(cell.left).toBeLessThan(cell.right)
          expect(cells[index + 1]?.from ?? tokens).toBe(cell.to)
          expect(cells[index + 1]?.left ?? width).toBe(cell.right)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('hold each token where it is asked for, by number and by place', () => {
    fc.assert(
      fc.property(drawn, fc.nat(99_999), ({ tokens, width }, at) => {
        const token = at % tokens
        const cell = cellOf(token, tokens, width)
        expect(cell.from <= token && token < cell.to).toBe(true)
        const { from, to } = tokensUnder((cell.left + cell.right) / 2, tokens, width)
        expect(from <= token && token < to).toBe(true)
      }),
    )
    expect(tokensUnder(-5, 10, 100)).toMatchObject({ from: 0, to: 1 })
    expect(tokensUnder(500, 10, 100)).toMatchObject({ from: 9, to: 10 })
  })
})

describe('the axes', () => {
  it('are high enough for the peak, up to twelve bits', () => {
    expect([0, 2, 2.1, 6.27, 11.9, 40].map(axisBits)).toEqual([2, 2, 4, 8, 12, 12])
  })

  it('name the first and the last token and what lies between, once each', () => {
    expect(ticksOf(82)).toEqual([1, 21, 42, 62, 82])
    expect(ticksOf(2)).toEqual([1, 2])
    expect(ticksOf(1)).toEqual([1])
    expect(ticksOf(0)).toEqual([])
  })
})
