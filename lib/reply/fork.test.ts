import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ForkFinder, ForkTable, type ForkTokens } from './fork.ts'

const encode = (text: string) => [...new TextEncoder().encode(text)]

/** Tokens by their bytes. */
function tokensOf(pieces: readonly number[][]): ForkTokens {
  return {
    get length() {
      return pieces.length
    },
    bytes: (index) => pieces[index],
    text: () => '',
  }
}
const words = (...texts: string[]) => tokensOf(texts.map(encode))
const findIn = (a: ForkTokens, b: ForkTokens) => new ForkFinder(a, b).find()

/** Cuts bytes into tokens, empty ones among them. */
function cutAt(bytes: readonly number[], cuts: readonly number[]): number[][] {
  const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length]
  const sorted = places.toSorted((a, b) => a - b)
  return sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end))
}
const cuts = fc.array(fc.nat(12), { maxLength: 6 })
const bytes = fc.array(fc.integer({ min: 97, max: 98 }), { maxLength: 12 })

describe('ForkFinder', () => {
  it('finds the first other byte and the tokens that hold it, however both are cut', () => {
    fc.assert(
      fc.property(bytes, bytes, cuts, cuts, (left, right, cutsA, cutsB) => {
        const [a, b] = [cutAt(left, cutsA), cutAt(right, cutsB)]
        const fork = findIn(tokensOf(a), tokensOf(b))
        let byte = 0
        while (byte < left.length && byte < right.length && left[byte] === right[byte]) byte += 1
        expect(fork.byte).toBe(byte)
        expect(fork.a).toBe(holding(a, byte))
        expect(fork.b).toBe(holding(b, byte))
        const ended = [left, right].filter(({ length }) => length === byte).length
        expect(fork.kind).toBe(['parted', 'shorter', 'same'][ended])
      }),
    )
  })

  it('says the same for choices that grow as for whole ones', () => {
    fc.assert(
      fc.property(bytes, bytes, cuts, cuts, (left, right, cutsA, cutsB) => {
        const [a, b] = [cutAt(left, cutsA), cutAt(right, cutsB)]
        const [growingA, growingB]: [number[][], number[][]] = [[], []]
        const finder = new ForkFinder(tokensOf(growingA), tokensOf(growingB))
        for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
          growingA.push(...a.slice(index, index + 1))
          finder.find()
          growingB.push(...b.slice(index, index + 1))
          finder.find()
        }
        expect(finder.find()).toEqual(findIn(tokensOf(a), tokensOf(b)))
      }),
    )
  })

  it('compares by bytes where a provider gives them, else by text', () => {
    const byText: ForkTokens = {
      length: 2,
      bytes: () => undefined,
      text: (at) => ['ca', 'fé'][at] ?? '',
    }
    expect(findIn(byText, words('café'))).toEqual({ kind: 'same', byte: 5, a: 2, b: 1 })
    expect(findIn(words('A 😀'), words('A 😁'))).toEqual({ kind: 'parted', byte: 5, a: 0, b: 0 })
  })
})

describe('ForkTable', () => {
  it('counts byte-equal choices once', () => {
    const table = new ForkTable()
    const choices = [words('a', 'b'), words('ab'), words('a', 'c'), words('ac'), words('a')]
    expect(table.firstSame(choices, false)).toEqual([0, 0, 2, 2, 4])
    expect(table.firstSame(choices, true)).toEqual([0, 0, 2, 2, 0])
  })

  it('keeps what it knows of a pair, and sees what it grew', () => {
    const growing: number[][] = [[97]]
    const [a, b] = [tokensOf(growing), words('a', 'b')]
    const table = new ForkTable()
    expect(table.between(a, b)).toEqual({ kind: 'shorter', byte: 1, a: 1, b: 1 })
    growing.push([99])
    expect(table.between(a, b)).toEqual({ kind: 'parted', byte: 1, a: 1, b: 1 })
  })
})

/** The 0-based token of a byte; their number where there is none. */
function holding(pieces: readonly number[][], byte: number): number {
  let end = 0
  const found = pieces.findIndex((piece) => {
    end += piece.length
    return byte < end
  })
  return found < 0 ? pieces.length : found
}
