import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chunks } from './chunks.ts'
import { TokenStore } from './token-store.ts'
import { TokenText } from './token-text.ts'

/** A text of tokens with its segments, as far as it has come. */
function laid(tokens: readonly string[]) {
  const store = new TokenStore()
  for (const token of tokens) store.append({ token, logprob: -1, alternatives: [] })
  const text = tokens.join('')
  return { text, segments: new TokenText(store).segments(text) }
}

function startsOf(tokens: readonly string[], step = tokens.length): number[] {
  const chunks = new Chunks()
  for (let shown = 0; shown < tokens.length; shown += step) {
    const { text, segments } = laid(tokens.slice(0, shown + step))
    chunks.extend(text, segments)
  }
  return Array.from({ length: chunks.length }, (_, index) => chunks.startOf(index))
}

const token = fc.constantFrom(
  ' rain',
  ' falls',
  '.\n',
  '\n\n',
  'x\ny',
  '天',
  '👩\u200d👧',
  'e\u0301',
)
const tokens = fc.array(token, { minLength: 1, maxLength: 700 })

describe('Chunks', () => {
  it('cover the text in order, and find every place in it', () => {
    fc.assert(
      fc.property(tokens, fc.integer({ min: 1, max: 90 }), (all, step) => {
        const { text, segments } = laid(all)
        const chunks = new Chunks()
        chunks.extend(text, segments)
        const parts = Array.from({ length: chunks.length }, (_, index) =>
          text.slice(chunks.startOf(index), chunks.endOf(index)),
        )
        expect(parts.join('')).toBe(text)
        for (let place = 0; place < text.length; place += step) {
          const index = chunks.indexAt(place)
          expect(chunks.startOf(index)).toBeLessThanOrEqual(place)
          expect(chunks.endOf(index)).toBeGreaterThan(place)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('end with a line, once they have 200 segments', () => {
    const line = [' one', ' two', ' three', '.\n']
    const all = Array.from({ length: 300 }, () => line).flat()
    const lineLength = line.join('').length
    expect(startsOf(all)).toEqual([0, 1, 2, 3, 4, 5, 6].map((chunk) => chunk * 50 * lineLength))
    expect(startsOf(all, 7)).toEqual(startsOf(all))
  })

  it('are cut after a blank where a line does not end', () => {
    const all = Array.from({ length: 2500 }, () => ' word')
    const starts = startsOf(all)
    expect(starts.length).toBe(3)
    for (const start of starts.slice(1)) expect((start - 1) % 5).toBe(0)
    expect(startsOf(all, 40).length).toBe(3)
  })

  it('are cut between graphemes where there is no blank either', () => {
    const all = Array.from({ length: 4000 }, () => 'e\u0301')
    for (const start of startsOf(all)) expect(start % 2).toBe(0)
    expect(startsOf(all).length).toBeGreaterThan(2)
  })

  it('never change once another follows', () => {
    fc.assert(
      fc.property(tokens, fc.integer({ min: 1, max: 50 }), (all, step) => {
        const chunks = new Chunks()
        let before: number[] = []
        for (let shown = step; shown < all.length; shown += step) {
          const { text, segments } = laid(all.slice(0, shown))
          chunks.extend(text, segments)
          const now = Array.from({ length: chunks.length }, (_, index) => chunks.startOf(index))
          expect(now.slice(0, before.length)).toEqual(before)
          before = now
        }
      }),
      { numRuns: 20 },
    )
  })
})
