import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatches, mostMatches, replaceMatches, type Query } from './find.ts'

const plain = (text: string, matchCase = false): Query => ({ text, matchCase, isPattern: false })
const pattern = (text: string, matchCase = true): Query => ({ text, matchCase, isPattern: true })
const found = (texts: string[], query: Query) => {
  const read = findMatches(texts, query)
  if (!read.ok) throw new Error(read.error)
  return read.value.map(({ text, start, end }) => [text, start, end])
}
const replaced = (texts: string[], query: Query, by: string, only?: [number, number]) => {
  const one = only && { text: only[0], start: only[1] }
  const read = replaceMatches(texts, query, by, one)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

describe('find', () => {
  it('finds a text in all texts, in either case unless it matters', () => {
    expect(found(['Rain, rain', '', 'RAIN'], plain('rain'))).toEqual([
      [0, 0, 4],
      [0, 6, 10],
      [2, 0, 4],
    ])
    expect(found(['Rain, rain', 'RAIN'], plain('rain', true))).toEqual([[0, 6, 10]])
  })

  it('takes every sign of a plain text as itself', () => {
    const signs = String.raw`\^$.*+?()[]{}|/-`
    for (const sign of signs) {
      expect(found([signs], plain(sign))).toEqual([
        [0, signs.indexOf(sign), signs.indexOf(sign) + 1],
      ])
      expect(replaced([signs], plain(sign), '$&').texts).toEqual([signs.split(sign).join('$&')])
    }
  })

  it('finds patterns, with the ends of lines', () => {
    expect(found(['a1\nb22'], pattern(String.raw`\d+$`))).toEqual([
      [0, 1, 2],
      [0, 4, 6],
    ])
    expect(found(['a\nb'], pattern('^'))).toEqual([
      [0, 0, 0],
      [0, 2, 2],
    ])
    const broken = findMatches(['a'], pattern('('))
    expect(broken).toEqual({
      ok: false,
      error: 'This is no regular expression: Unterminated group.',
    })
  })

  it('lists no more than it can show', () => {
    expect(found(['a'.repeat(mostMatches + 1)], plain('a'))).toHaveLength(mostMatches)
    expect(findMatches(['a'], plain('a'.repeat(1001))).ok).toBe(false)
  })
})

describe('replace', () => {
  it('replaces one match or all of them', () => {
    expect(replaced(['aXbX', 'X'], plain('x'), 'y')).toEqual({ texts: ['ayby', 'y'], count: 3 })
    expect(replaced(['aXbX', 'X'], plain('x'), 'y', [0, 3])).toEqual({
      texts: ['aXby', 'X'],
      count: 1,
    })
    expect(replaced(['aXbX'], plain('x'), 'y', [0, 2]).count).toBe(0)
  })

  it('puts groups into the replacement as JavaScript does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ') }),
        fc
          .array(fc.constantFrom('$1', '$2', '$3', '$$', '$&', '$<n>', '$12', '$0', '$', '<', 'x'))
          .map((parts) => parts.join('')),
        (text, by) => {
          const expression = '(a)(?<n>b)?'
          expect(replaced([text], pattern(expression), by).texts).toEqual([
            text.replaceAll(new RegExp(expression, 'gmu'), by),
          ])
        },
      ),
    )
  })

  it('stops before the messages become too long', () => {
    const long = 'x'.repeat(100_000)
    const read = replaceMatches(['a'.repeat(1000)], plain('a'), long)
    expect(read).toEqual({
      ok: false,
      error: 'The messages would become too long. Nothing was replaced.',
    })
  })
})
