import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from './parse.ts'

const valueOf = (text: string) => parseTolerantJson(text).value

describe('reading JSON as people paste it', () => {
  it('reads every JSON text as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        fc.pre(!text.includes('"__proto__"'))
        expect(parseTolerantJson(text)).toEqual({
          value: JSON.parse(text),
          problems: [],
          tolerated: [],
          empty: false,
        })
      }),
    )
  })

  it('tolerates line and block comments', () => {
    const read = parseTolerantJson('// one\n{ /* two */ "a": 1 // three\n}')
    expect(read.value).toEqual({ a: 1 })
    expect(read.tolerated).toEqual(['comment'])
  })

  it('tolerates one comma after the last entry', () => {
    const read = parseTolerantJson('{"a": [1, 2,], "b": {"c": 3,},\n}')
    expect(read.value).toEqual({ a: [1, 2], b: { c: 3 } })
    expect(read.tolerated).toEqual(['trailing comma'])
  })

  it.each(['[,]', '{,}', '[1,,]', '{"a":,}', '[1],'])('does not take %s for JSON', (text) => {
    expect(parseTolerantJson(text).value).toBeUndefined()
    expect(parseTolerantJson(text).problems).not.toEqual([])
  })

  it.each([
    ['“a”: “b”', { a: 'b' }],
    ['”a”: ”b”', { a: 'b' }],
    ['„a“: „b“', { a: 'b' }],
    ['«a»: «b»', { a: 'b' }],
    ['“a”: "b"', { a: 'b' }],
    ['“a”: “”', { a: '' }],
    ['“say “hi”, “ho””: 1', { 'say “hi”, “ho”': 1 }],
    ['“a”: “say "hi", ok”', { a: 'say "hi", ok' }],
    ['“a”: “say \\”hi\\””', { a: 'say "hi"' }],
    ['“a”: “line\\nbreak”', { a: 'line\nbreak' }],
    ['“a”: “b” // why', { a: 'b' }],
  ])('takes typographic quotes as delimiters: %s', (members, value) => {
    const read = parseTolerantJson(`{${members}\n}`)
    expect(read.value).toEqual(value)
    expect(read.tolerated).toContain('curly quotes')
  })

  it('keeps typographic quotes inside straight ones', () => {
    const read = parseTolerantJson('{"a": "He said “hi”, “ho”"}')
    expect(read.value).toEqual({ a: 'He said “hi”, “ho”' })
    expect(read.tolerated).toEqual([])
  })

  it('takes no-break spaces and byte order marks between tokens for spaces', () => {
    const read = parseTolerantJson('\ufeff{\u00a0"a\u00a0b":\u202f1}')
    expect(read.value).toEqual({ 'a\u00a0b': 1 })
    expect(read.tolerated).toEqual(['unusual space'])
  })

  it.each(['', ' \n\t', '\u00a0', '// nothing yet'])('calls %j empty, not wrong', (text) => {
    expect(parseTolerantJson(text)).toMatchObject({ value: undefined, problems: [], empty: true })
  })

  it('does not call null empty', () => {
    expect(parseTolerantJson('null')).toMatchObject({ value: null, empty: false })
  })

  it('reads keys that objects inherit as keys of their own', () => {
    expect(valueOf('{"constructor": 1, "toString": 2}')).toEqual(
      JSON.parse('{"constructor": 1, "toString": 2}'),
    )
  })
})
