import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJson } from './format.ts'
import { parseTolerantJson } from './parse.ts'
import { pastedJson } from './pasted-json.arbitrary.ts'

describe('formatting JSON', () => {
  it('lays strict JSON out as JSON.stringify does with two spaces', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2)
        expect(formatJson(JSON.stringify(value))).toBe(text)
      }),
    )
  })

  it('makes JSON of what is tolerated, with the value it was read as', () => {
    fc.assert(
      fc.property(pastedJson, ({ text, value }) => {
        expect(parseTolerantJson(text)).toMatchObject({ problems: [], empty: false })
        expect(parseTolerantJson(text).value).toEqual(value)
        expect(JSON.parse(formatJson(text))).toEqual(value)
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(pastedJson, fc.record({ text: fc.string() })), ({ text }) => {
        const once = formatJson(text)
        expect(formatJson(once)).toBe(once)
      }),
    )
  })

  it('keeps the order of keys and the spelling of numbers and escapes', () => {
    expect(formatJson('{“7211”: 5.0, "26": 1e2, "a": "\\u00e9"}')).toBe(
      '{\n  "7211": 5.0,\n  "26": 1e2,\n  "a": "\\u00e9"\n}',
    )
  })

  it('keeps both of two equal keys, for their owner to choose', () => {
    expect(formatJson('{"a":1,"a":2}')).toBe('{\n  "a": 1,\n  "a": 2\n}')
  })

  it.each(['', '{"a": ', '{a: 1}', '// note'])('returns %j as it is', (text) => {
    expect(formatJson(text)).toBe(text)
  })
})
