import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from './parse.ts'

const valueOf = (text: string) => parseTolerantJson(text).value
const firstProblem = (text: string) => parseTolerantJson(text).problems[0]

describe('problems of a text', () => {
  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'Expected a comma before this property.'],
    ['[1\n2]', 2, 1, 'Expected a comma before this value.'],
    ['{"a" 1}', 1, 6, 'Expected a colon between the key and this.'],
    ['{"a"}', 1, 5, 'Expected a colon and a value after the key.'],
    ['{"a": }', 1, 7, 'Expected a value before this }.'],
    ['[1,,2]', 1, 4, 'Expected a value before this comma.'],
    ["{'a': 1}", 1, 2, 'Use double quotes (") around keys and texts.'],
    ['{a: 1}', 1, 2, 'Put this key in double quotes.'],
    ['[a]', 1, 2, 'Put this text in double quotes.'],
    ['{"a": True}', 1, 7, 'Write true instead of True.'],
    ['[NaN]', 1, 2, 'JSON has no NaN. Write a number or null.'],
    ['[−5]', 1, 2, 'Write minus as a plain hyphen: -.'],
    ['{"a": 1]', 1, 8, 'This ] does not fit the bracket that it should close.'],
    [
      '{"a": "b\n}',
      1,
      7,
      'End this text with a double quote on the same line; write a line break as \\n.',
    ],
    [
      '{“a: 1}',
      1,
      2,
      'End this text with a double quote on the same line; write a line break as \\n.',
    ],
    ['["\\x"]', 1, 2, 'There is no such escape. Write a backslash as \\\\.'],
    [
      '{} {}',
      1,
      4,
      'The value has ended before this. Remove what follows, or put all values in one list: [ … ].',
    ],
    ['{"a": 1\n\n', 1, 7, 'The text ends too soon: expected } to end the object.'],
  ])('says at the place what to do about %j', (text, line, column, message) => {
    expect(firstProblem(text)).toMatchObject({ line, column, message })
  })

  it('reports faults of several lines, one for each', () => {
    const { problems } = parseTolerantJson('{\n"a": tru,\n"b": 1,\n"c": fals\n}')
    expect(problems.map(({ line }) => line)).toEqual([2, 4])
  })

  it('counts places in the text as it was typed, whatever was mended before them', () => {
    const text = '{“a”: “say "hi"”, /* x */ “b”: nope}'
    expect(firstProblem(text)).toMatchObject({ offset: text.indexOf('nope'), length: 4 })
  })

  it('counts \\r\\n as one line break', () => {
    expect(firstProblem('{\r\n"a": 1\r\n"b": 2}')).toMatchObject({ line: 3, column: 1 })
  })

  it('reports a key that is given twice at its second place', () => {
    const text = '{"a": {"b": 1, "b": 2}}'
    expect(firstProblem(text)).toEqual({
      message: 'The key "b" is given twice. Remove one.',
      path: ['a', 'b'],
      offset: 15,
      length: 3,
      line: 1,
      column: 16,
    })
    expect(valueOf(text)).toBeUndefined()
  })

  it('refuses a __proto__ key, also one that is spelled with an escape', () => {
    expect(firstProblem('{"__proto__": {"x": 1}}')?.message).toContain('not allowed')
    expect(firstProblem('[{"__pro\\u0074o__": 1}]')).toMatchObject({ path: [0, '__proto__'] })
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('refuses numbers that would be sent as others', () => {
    expect(firstProblem('{"seed": 9007199254740993}')).toMatchObject({
      offset: 9,
      length: 16,
      path: ['seed'],
    })
    expect(firstProblem('[1e999]')?.message).toBe('This number is too large to be sent.')
    expect(valueOf('[9007199254740992, -0, 1e21, 0.1, 1000000000000000000000000]')).toHaveLength(5)
  })

  it('refuses nesting that would exhaust the stack', () => {
    expect(valueOf('['.repeat(200) + ']'.repeat(200))).toBeDefined()
    for (const unit of ['[', '{"a":', '[},', '{"a":[}', '“\\\n"[', '[“[']) {
      const { value, problems } = parseTolerantJson(unit.repeat(50_000))
      expect(value).toBeUndefined()
      expect(problems.length).toBeGreaterThan(0)
    }
  })

  it('places every problem inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'{}[],:"“”„«» \n\r\\/*-+.0123abnull\u00a0',
      '//',
      '"a"',
      '“a”',
      'true',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { value, problems, empty } = parseTolerantJson(text)
        expect(value === undefined).toBe(empty || problems.length > 0)
        for (const { offset, length, line, column } of problems) {
          expect(offset).toBeGreaterThanOrEqual(0)
          expect(length).toBeGreaterThanOrEqual(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
          const lines = text.slice(0, offset).split(/\r\n?|\n/)
          expect([line, column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('stays quick on a long line of short curly strings', () => {
    const text = `[${'“a”,'.repeat(50_000)}1]`
    expect(valueOf(text)).toHaveLength(50_001)
  })
})
