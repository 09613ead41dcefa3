import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockAt, blockCount, blockSize, blockStart } from './blocks.ts'
import { TextPieces } from './text-pieces.ts'

const startsOf = (text: TextPieces) =>
  Array.from({ length: blockCount(text) + 1 }, (_, block) => blockStart(text, block))

/** Long texts of words, lines and characters of two units. */
const long = fc
  .array(fc.constantFrom('word ', 'a,b', '\n', '😀', 'x'.repeat(700), '😀'.repeat(900)), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

describe('blocks', () => {
  it('cover a text without gaps, in order, and never end within a character', () => {
    fc.assert(
      fc.property(long, (joined) => {
        const text = new TextPieces([joined])
        const starts = startsOf(text)
        expect(starts[0]).toBe(0)
        expect(starts.at(-1)).toBe(joined.length)
        expect(starts.toSorted((a, b) => a - b)).toEqual(starts)
        for (const start of starts.slice(1, -1))
          expect(joined.slice(start - 1, start)).not.toMatch(/[\uD800-\uDBFF]/)
      }),
    )
  })

  it('hold the offsets that they say', () => {
    fc.assert(
      fc.property(long, fc.double({ min: 0, max: 0.999, noNaN: true }), (joined, share) => {
        const text = new TextPieces([joined])
        const offset = Math.floor(share * joined.length)
        const block = blockAt(text, offset)
        expect(blockStart(text, block)).toBeLessThanOrEqual(offset)
        expect(blockStart(text, block + 1)).toBeGreaterThan(offset)
      }),
    )
  })

  it('begin on a line where there is one, else after a comma, and stay when text follows', () => {
    const lines = `${'x'.repeat(1299)}\n`.repeat(12)
    for (const start of startsOf(new TextPieces([lines])).slice(1, -1))
      expect(lines[start - 1]).toBe('\n')
    const commas = `${'x'.repeat(49)},`.repeat(300)
    const before = startsOf(new TextPieces([commas]))
    expect(before.slice(1, -1).every((start) => commas[start - 1] === ',')).toBe(true)
    const after = startsOf(new TextPieces([commas, lines]))
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1))
  })

  it('of one line without an end are of one size', () => {
    const text = new TextPieces(['x'.repeat(3 * blockSize + 1)])
    expect(startsOf(text)).toEqual([0, blockSize, 2 * blockSize, 3 * blockSize, 3 * blockSize + 1])
  })
})
