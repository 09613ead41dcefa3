import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markMatches } from './marked.ts'
import { findMatches, firstAtLeast, mostMatches, type Found, type Needle } from './matches.ts'
import { TextPieces } from './text-pieces.ts'

function search(text: TextPieces, needle: Needle, found: Found = { starts: [], searched: 0 }) {
  let pauses = 0
  for (const pieces = findMatches(text, needle, found); !pieces.next().done;) pauses += 1
  return { ...found, pauses }
}

const cased = (text: string): Needle => ({ text, matchCase: true })

/** Where a needle begins in a text, found the plain way. */
function plainly(text: string, needle: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
    starts.push(at)
  return starts
}

describe('findMatches', () => {
  it('finds what the joined text holds, literally, over the seams of pieces', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), minLength: 1, maxLength: 4 }),
        (pieces, needle) => {
          const text = new TextPieces(pieces, '\n')
          expect(search(text, cased(needle)).starts).toEqual(plainly(pieces.join('\n'), needle))
        },
      ),
    )
  })

  it('takes every sign as itself', () => {
    const signs = '\\^$.*+?()[]{}|/-'
    for (const sign of signs)
      expect(search(new TextPieces([signs]), cased(sign)).starts).toEqual([signs.indexOf(sign)])
  })

  it('finds a match that lies over a pause, and each once', () => {
    for (const before of [262_139, 262_140, 262_143, 262_144]) {
      const joined = `${'x'.repeat(before)}needle${'x'.repeat(300_000)}needle`
      const { starts, pauses } = search(new TextPieces([joined]), cased('needle'))
      expect(starts).toEqual([before, before + 300_006])
      expect(pauses).toBe(3)
    }
    // Overlapping ones would be counted differently on both sides of a pause.
    const same = 'a'.repeat(600_001)
    expect(search(new TextPieces([same]), cased('aa')).starts).toEqual(plainly(same, 'aa'))
  })

  it('minds case only when told, and keeps its places where lower case is longer', () => {
    const text = new TextPieces(['İİ Rain RAIN rain ÉTÉ été'])
    expect(search(text, { text: 'rain', matchCase: false }).starts).toEqual([3, 8, 13])
    expect(search(text, cased('rain')).starts).toEqual([13])
    expect(search(text, { text: 'été', matchCase: false }).starts).toEqual([18, 22])
  })

  it('goes on where the text has grown', () => {
    const pieces = ['one two']
    const text = new TextPieces(pieces)
    const first = search(text, cased('two three'))
    expect(first.starts).toEqual([])
    pieces.push(' three')
    text.grow()
    expect(search(text, cased('two three'), first).starts).toEqual([4])
  })

  it('stops counting at a million', () => {
    const { starts } = search(new TextPieces(['a'.repeat(mostMatches + 5)]), cased('a'))
    expect(starts).toHaveLength(mostMatches)
  })
})

describe('markMatches', () => {
  const starts = [2, 8, 14]
  const texts = (text: string, from: number) =>
    markMatches(text, from, { starts, size: 4, current: 1 }).map(({ text: part, match }) =>
      match === undefined ? part : `${match}:${part}`,
    )

  it('cuts a block at its matches, also at those that reach over its ends', () => {
    expect(texts('0123456789abcdefgh', 0)).toEqual(['01', '0:2345', '67', '1:89ab', 'cd', '2:efgh'])
    expect(texts('456789', 4)).toEqual(['0:45', '67', '1:89'])
    expect(texts('67', 6)).toEqual(['67'])
  })

  it('marks the current match also where a block has very many', () => {
    const many = Array.from({ length: 500 }, (_, at) => at)
    const marks = markMatches('a'.repeat(500), 0, { starts: many, size: 1, current: 450 })
    expect(marks.filter(({ match }) => match !== undefined)).toHaveLength(201)
    expect(marks.at(-2)).toEqual({ text: 'a', match: 450 })
    expect(marks.map(({ text }) => text).join('')).toBe('a'.repeat(500))
  })
})

describe('firstAtLeast', () => {
  it('is the place of the first that is not less', () => {
    expect([0, 2, 3, 9, 99].map((wanted) => firstAtLeast([2, 4, 4, 9], wanted))).toEqual([
      0, 0, 1, 3, 4,
    ])
  })
})
