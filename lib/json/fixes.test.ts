import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixOfWriting } from './fixes.ts'
import { withFix } from './help.ts'
import { parseTolerantJson } from './parse.ts'
import { repairJson } from './repair.ts'

function firstFix(text: string) {
  const [problem] = parseTolerantJson(text).problems
  return problem && fixOfWriting(text, problem)
}

function fixed(text: string): string | undefined {
  const fix = firstFix(text)
  return fix && withFix(text, fix)
}

describe('the fix of a fault of writing', () => {
  it.each([
    ['{"a": True}', 'Write true', '{"a": true}'],
    ['[None]', 'Write null', '[null]'],
    ['[NaN]', 'Write null', '[null]'],
    ["{'a': 1}", 'Use double quotes', '{"a": 1}'],
    ["['it's \"so\"', 1]", 'Use double quotes', '["it\'s \\"so\\"", 1]'],
    ["['don\\'t']", 'Use double quotes', '["don\'t"]'],
    ['[‘a b’]', 'Use double quotes', '["a b"]'],
    ['{a: 1}', 'Put it in quotes', '{"a": 1}'],
    ['{"a": cat}', 'Put it in quotes', '{"a": "cat"}'],
    ['{1734: -100}', 'Put it in quotes', '{"1734": -100}'],
    ['[−5]', 'Write -5', '[-5]'],
    ['[+5]', 'Write 5', '[5]'],
    ['[-.5]', 'Write -0.5', '[-0.5]'],
    ['{"a": 1\n  "b": 2}', 'Add a comma', '{"a": 1,\n  "b": 2}'],
    ['[1 /* one */ 2]', 'Add a comma', '[1, /* one */ 2]'],
    ['{"a" 1}', 'Add a colon', '{"a": 1}'],
    ['[1,,2]', 'Remove this comma', '[1,2]'],
    ['{,"a": 1}', 'Remove this comma', '{"a": 1}'],
    ['{"a": 1},', 'Remove this comma', '{"a": 1}'],
    ['{"a": 1}}', 'Remove this }', '{"a": 1}'],
    ['{"a": [1}', 'Write ]', '{"a": [1]'],
    ['{"a": [1, {"b": 2\n', 'Add }]}', '{"a": [1, {"b": 2}]}\n'],
    ['{"a": "b\n}', 'Add the quote', '{"a": "b"\n}'],
    ['{"a": "b,\n"c": 1}', 'Add the quote', '{"a": "b",\n"c": 1}'],
    [String.raw`["\d+\n"]`, 'Double the backslash', String.raw`["\\d+\n"]`],
    ['["a\tb"]', String.raw`Write the tab as \t`, String.raw`["a\tb"]`],
  ])('of %j is “%s”', (text, title, result) => {
    expect(firstFix(text)?.title).toBe(title)
    expect(fixed(text)).toBe(result)
  })

  it.each(['{"a": }', '{"a"}', '[1 : 2]', '[a/b]'])('of %j is not guessed', (text) => {
    expect(firstFix(text)).toBeUndefined()
  })

  it('never leaves the text as it was, and never fails', () => {
    const piece = fc.constantFrom(...Array.from('{}[],:“” \n\\"1-.'), '"a"', "'b'", 'c', 'True')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const mended = parseTolerantJson(text).problems.flatMap((problem) => {
          const fix = fixOfWriting(text, problem)
          return fix ? [withFix(text, fix)] : []
        })
        expect(mended).not.toContain(text)
      }),
    )
  })
})

describe('the repair of a whole text', () => {
  it.each([
    ["{'a': True, 'b': [None, 'c']}", { a: true, b: [null, 'c'] }],
    ['```json\n{"a": 1}\n```', { a: 1 }],
    ['{"a": 1}\n{"a": 2}', [{ a: 1 }, { a: 2 }]],
    ['{a: 1, b: "two', { a: 1, b: 'two' }],
  ])('reads %j', (text, value) => {
    expect(JSON.parse(repairJson(text) ?? '')).toEqual(value)
  })

  it('makes no text of what is no object or list', () => {
    expect(repairJson('hello there')).toBeUndefined()
  })
})
