import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })

/** The length of a longest common subsequence, the plain way. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    b.forEach((other, at) => {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return row[b.length] ?? 0
}

describe('an alignment', () => {
  it('gives both lists back, its equal stretches are equal, and no two of a kind meet', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const segments = align(a, b)
        expect(segments.flatMap((one) => a.slice(one.a.from, one.a.to))).toEqual(a)
        expect(segments.flatMap((one) => b.slice(one.b.from, one.b.to))).toEqual(b)
        for (const one of segments.filter(({ isEqual }) => isEqual)) {
          expect(a.slice(one.a.from, one.a.to)).toEqual(b.slice(one.b.from, one.b.to))
        }
        const kinds = segments.map(({ isEqual }) => isEqual)
        expect(kinds.filter((kind, at) => !kind && kinds[at - 1] === false)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('keeps as much as any alignment can', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const kept = align(a, b)
          .filter(({ isEqual }) => isEqual)
          .reduce((sum, one) => sum + one.a.to - one.a.from, 0)
        expect(kept).toBe(common(a, b))
      }),
      { numRuns: 500 },
    )
  })

  it('of lists without anything in common is one stretch, however long', () => {
    const a = Array.from({ length: 20_000 }, (_, at) => `a${at}`)
    const b = Array.from({ length: 20_000 }, (_, at) => `b${at}`)
    expect(align(a, b)).toEqual([
      { isEqual: false, a: { from: 0, to: 20_000 }, b: { from: 0, to: 20_000 } },
    ])
  })

  it('of nothing is nothing', () => {
    expect(align([], [])).toEqual([])
    expect(align(['a'], ['a'])).toHaveLength(1)
  })
})
