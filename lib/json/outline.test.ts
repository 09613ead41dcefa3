import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf, spotAt, type Outline } from './outline.ts'

/** Where the mark | of a text stands. */
function at(marked: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { around, path, entry, token } = spotAt(outlineOf(text), offset)
  const isKey = token !== undefined && token === entry?.key
  return { kind: around.kind, path, token: token?.says, isKey }
}

function valueOf({ kind, says, entries }: Outline): unknown {
  if (kind === 'text') return says
  if (kind === 'word') return JSON.parse(says)
  const values = entries.map(({ value }) => (value ? valueOf(value) : undefined))
  return kind === 'list'
    ? values
    : Object.fromEntries(entries.map(({ key }, index) => [key?.says, values[index]]))
}

describe('outlineOf', () => {
  it('reads whole JSON as it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        fc.pre(!text.includes('__proto__'))
        const value = outlineOf(text).entries[0]?.value
        expect(value && valueOf(value)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('reads any text, its parts within each other', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '“b”',
      ' ',
      '\n',
      'x',
      '//',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const check = (one: Outline) => {
          for (const part of one.entries.flatMap(({ key, value }) => [key, value])) {
            if (!part) continue
            expect(part.offset).toBeGreaterThan(one.offset)
            expect(part.end).toBeLessThanOrEqual(one.end)
            check(part)
          }
        }
        check(outlineOf(text))
        for (let offset = 0; offset <= text.length; offset++) spotAt(outlineOf(text), offset)
      }),
    )
  })
})

describe('spotAt', () => {
  it.each([
    ['|', { kind: 'list', path: undefined, token: undefined, isKey: false }],
    ['{|', { kind: 'object', path: [], token: undefined, isKey: false }],
    ['{"a|', { kind: 'object', path: [], token: 'a', isKey: true }],
    ['{"a": |', { kind: 'object', path: [], token: undefined, isKey: false }],
    ['{"a": "b|"}', { kind: 'object', path: [], token: 'b', isKey: false }],
    ['{"a": tr|}', { kind: 'object', path: [], token: 'tr', isKey: false }],
    [
      '{"a": {"b": [1, {|}]}}',
      { kind: 'object', path: ['a', 'b', 1], token: undefined, isKey: false },
    ],
    ['[{"a": 1}, {"b|"', { kind: 'object', path: [1], token: 'b', isKey: true }],
    ['{"a": [1, |], "c": 2}', { kind: 'list', path: ['a'], token: undefined, isKey: false }],
    ['{"a": [1, |, "c": 2}', { kind: 'list', path: ['a'], token: undefined, isKey: false }],
    ['{“a”: {“b|”: 1}}', { kind: 'object', path: ['a'], token: 'b', isKey: true }],
    ['{"a": {"b": 1}|, "c": 2}', { kind: 'object', path: [], token: undefined, isKey: false }],
  ])('%s', (marked, spot) => {
    expect(at(marked)).toEqual(spot)
  })
})
