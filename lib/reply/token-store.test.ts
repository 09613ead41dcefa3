import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TokenStore, type TokenEntry } from './token-store.ts'
import { TokenTable } from './token-table.ts'

const alternative = fc.record({
  token: fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('a', 'a\0', '-:a', '1:a', '\ufffd')),
  logprob: fc.option(fc.oneof(fc.double({ min: -30, max: 0, noNaN: true }), fc.constant(-9999))),
  bytes: fc.option(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 }), {
    nil: undefined,
  }),
})
const entry: fc.Arbitrary<TokenEntry> = fc
  .tuple(alternative, fc.array(alternative, { maxLength: 5 }))
  .map(([token, alternatives]) => ({ ...token, alternatives }))

function storeOf(entries: TokenEntry[]): TokenStore {
  const store = new TokenStore()
  for (const one of entries) store.append(one)
  return store
}

/** `count` tokens with five alternatives each, from a vocabulary of 997. */
const manyTokens = (count: number): TokenEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    token: ` w${index % 997}`,
    logprob: -index / 100,
    alternatives: Array.from({ length: 5 }, (_unused, place) => ({
      token: ` w${(index * 7 + place) % 997}`,
      logprob: -place,
    })),
  }))

afterEach(() => vi.restoreAllMocks())

describe('TokenStore', () => {
  it('gives back every token as it was appended', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 100 }), (entries) => {
        const store = storeOf(entries)
        expect(store.length).toBe(entries.length)
        entries.forEach((one, index) => {
          expect(store.token(index)).toEqual(one)
          expect(store.text(index)).toBe(one.token)
          expect(store.bytes(index) && [...(store.bytes(index) ?? [])]).toEqual(one.bytes)
          expect(store.logprob(index)).toBe(one.logprob ?? Number.NaN)
          expect(store.alternativeCount(index)).toBe(one.alternatives.length)
        })
      }),
    )
  })

  it('has nothing before its first token and after its last', () => {
    const store = storeOf(manyTokens(1))
    for (const index of [-1, 1, 63]) {
      expect(store.token(index)).toBeUndefined()
      expect(store.text(index)).toBe('')
      expect(store.bytes(index)).toBeUndefined()
      expect(store.logprob(index)).toBeNaN()
      expect(store.alternativeCount(index)).toBe(0)
    }
  })

  it('moves each number about once while it grows, however long the reply', () => {
    const moved = (count: number) => {
      const spies = [Uint32Array, Float64Array].map((kind) => vi.spyOn(kind.prototype, 'set'))
      storeOf(manyTokens(count))
      const total = spies
        .flatMap(({ mock }) => mock.calls)
        .reduce((sum, [values]) => sum + values.length, 0)
      vi.restoreAllMocks()
      return total
    }
    const [once, twice] = [moved(10_000), moved(20_000)]
    expect(once).toBeGreaterThan(0)
    expect(twice / once).toBeLessThan(2.5)
    // Per token: id, logprob, end, and two numbers for each of five alternatives.
    expect(once).toBeLessThan(2 * 13 * 10_000)
  })
})

describe('TokenTable', () => {
  it('keeps equal tokens once, and tells apart the same text with other bytes or none', () => {
    const table = new TokenTable()
    const ids = [
      table.intern({ token: 'a', bytes: [97] }),
      table.intern({ token: 'a' }),
      table.intern({ token: 'a', bytes: [98] }),
      table.intern({ token: 'a', bytes: [] }),
      table.intern({ token: 'a', bytes: [97] }),
    ]
    expect(ids).toEqual([0, 1, 2, 3, 0])
    expect(table.size).toBe(4)
    expect(ids.map((id) => table.bytes(id) && [...(table.bytes(id) ?? [])])).toEqual([
      [97],
      undefined,
      [98],
      [],
      [97],
    ])
  })

  it('stays as small as the vocabulary', () => {
    const table = new TokenTable()
    for (const { token } of manyTokens(5000)) table.intern({ token })
    expect(table.size).toBe(997)
  })
})
