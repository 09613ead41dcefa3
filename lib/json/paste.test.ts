import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJson } from './format.ts'
import { parseTolerantJson } from './parse.ts'
import { cleanPaste } from './paste.ts'
import { pastedJson } from './pasted-json.arbitrary.ts'

describe('cleaning a paste', () => {
  it('formats a paste that is the whole text and needs mending', () => {
    expect(cleanPaste('', 0, 0, '{\n“2683”: -100, // no\n“7211”: 5,\n}')).toBe(
      '{\n  "2683": -100,\n  "7211": 5\n}',
    )
  })

  it('replaces what was selected', () => {
    expect(cleanPaste('[1, nonsense', 0, 12, '[“a”]')).toBe('[\n  "a"\n]')
  })

  it('leaves strict JSON as it was copied', () => {
    expect(cleanPaste('', 0, 0, '{"a":1}')).toBe('{"a":1}')
  })

  it('leaves alone what does not become JSON', () => {
    expect(cleanPaste('', 0, 0, '{“a”: ')).toBe('{“a”: ')
    expect(cleanPaste('"x: “y”"', 1, 1, '“z”')).toBe('“z”')
    expect(cleanPaste('', 0, 0, '// note')).toBe('// note')
  })

  it('mends a pasted part in place and touches nothing around it', () => {
    const text = '{\n  // mine\n  "a": 1,\n}'
    const at = text.indexOf('\n}')
    expect(cleanPaste(text, at, at, '\n  // theirs\n  “b”: “c”, // last\n')).toBe('\n  "b": "c"\n')
  })

  it('inserts only what keeps the value of the whole', () => {
    fc.assert(
      fc.property(pastedJson, ({ text, value }) => {
        const around = '{"kept": , }'
        const inserted = cleanPaste(around, 9, 9, text)
        expect(parseTolerantJson(around.slice(0, 9) + inserted + around.slice(9)).value).toEqual({
          kept: value,
        })
        expect(parseTolerantJson(inserted).tolerated).toEqual([])
        expect(cleanPaste('', 0, 0, formatJson(text))).toBe(formatJson(text))
      }),
    )
  })
})
