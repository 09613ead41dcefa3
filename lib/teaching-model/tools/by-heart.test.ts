import { describe, expect, it } from 'vitest'
import type { Candidates } from '../sampling/candidates.ts'
import { knowByHeart } from './by-heart.ts'

const ids = Int32Array.from([10, 11, 12, 13, 14])
const candidates: Candidates = {
  ids,
  indexOf: new Map(Array.from(ids, (id, index) => [id, index])),
  vocabulary: ids,
  ofVocabulary: Int32Array.from(ids.keys()),
  end: 4,
}
const even = (_: readonly number[], into: Float64Array) => into.fill(0.2)
const row = (...all: number[]) => ({ ids: all, learned: all.map((_, at) => at > 1), weight: 1 })

function after(context: readonly number[], rows: ReturnType<typeof row>[]): number[] {
  const into = new Float64Array(5)
  knowByHeart(even, rows, candidates)(context, into)
  expect(into.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
  return [...into].map((one) => Math.round(one * 1000) / 1000)
}

describe('knowByHeart', () => {
  it('follows the longest match, shared among its places', () => {
    const rows = [row(-5, -4, 10, 11, 12), row(-5, -4, 10, 13, 12), row(-4, 11, 13, 11, 14)]
    expect(after([-5, -4], rows)[0]).toBeCloseTo(0.996)
    expect(after([-5, -4, 10], rows)).toEqual([0.001, 0.499, 0.001, 0.499, 0.001])
    expect(after([-5, -4, 10, 11], rows)[2]).toBeCloseTo(0.996)
    expect(after([13, 11], rows)[4]).toBeCloseTo(0.996)
  })

  it('says nothing where fewer than two tokens agree', () => {
    expect(after([12, -4], [row(-5, -4, 10, 11)])).toEqual([0.2, 0.2, 0.2, 0.2, 0.2])
    expect(after([], [row(-5, -4, 10)])).toEqual([0.2, 0.2, 0.2, 0.2, 0.2])
    expect(after([-5, -4], [])).toEqual([0.2, 0.2, 0.2, 0.2, 0.2])
  })
})
