import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeOf, withinLimits } from './run-list.ts'
import { newRecord } from './new-record.ts'
import type { RunParent, RunRecord } from './run-record.ts'

function run(number: number, more: Partial<RunRecord> = {}): RunRecord {
  return { ...newRecord({}, `r${number}`, number), running: false, ...more }
}

function leaving(number: number): RunParent {
  const place = { choice: 0, tokensKept: 3, charactersKept: 9, how: 'native' } as const
  return { run: `r${number}`, number, ...place }
}

const numbers = (runs: readonly RunRecord[]) => runs.map(({ number }) => number)
const many = (count: number) => Array.from({ length: count }, (_, index) => run(index + 1))

describe('withinLimits', () => {
  it('keeps the newest thirty, and the one in view besides', () => {
    expect(numbers(withinLimits(many(32), 'r32'))).toEqual(numbers(many(32)).slice(2))
    expect(numbers(withinLimits(many(32), 'r1'))).toEqual([1, ...numbers(many(32)).slice(2)])
  })

  it('keeps the newest of 200 million characters, and those that run besides', () => {
    const big = { characters: 90_000_000 }
    const runs = [run(1, { ...big, running: true }), run(2, big), run(3, big), run(4, big)]
    expect(numbers(withinLimits(runs, 'r4'))).toEqual([1, 3, 4])
    expect(numbers(withinLimits([run(1), run(2, { characters: 3e8 })], 'r2'))).toContain(2)
  })
})

describe('treeOf', () => {
  it('puts each run under the one that it left', () => {
    const runs = [
      run(1),
      run(2),
      run(3, { parent: leaving(1) }),
      run(4, { parent: leaving(3) }),
      run(5, { parent: leaving(1) }),
    ]
    const lines = treeOf(runs)
    expect(lines.map(({ run: { number }, depth }) => [number, depth])).toEqual([
      [1, 0],
      [3, 1],
      [4, 2],
      [5, 1],
      [2, 0],
    ])
    expect(lines.every(({ orphan }) => !orphan)).toBe(true)
  })

  it('marks a branch whose parent is gone', () => {
    expect(treeOf([run(4, { parent: leaving(2) })])).toMatchObject([{ depth: 0, orphan: true }])
  })

  it('has every run once, whatever is gone', () => {
    const parents = fc.array(fc.option(fc.nat(40)), { maxLength: 40 })
    fc.assert(
      fc.property(parents, fc.nat(40), (list, gone) => {
        const runs = list.map((parent, index) =>
          run(index, parent !== null && parent < index ? { parent: leaving(parent) } : {}),
        )
        const kept = runs.filter(({ number }) => number !== gone)
        const shown = treeOf(kept).map(({ run: { number } }) => number)
        expect(shown.toSorted((a, b) => a - b)).toEqual(numbers(kept))
      }),
    )
  })
})
