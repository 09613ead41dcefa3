import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from './index.ts'
import { partText, withPartText } from './part.ts'

const json = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  .map((value): unknown => JSON.parse(JSON.stringify(value)))

describe('partText and withPartText', () => {
  it('show a value as if it stood alone, and put it back to the letter', () => {
    fc.assert(
      fc.property(json, json, fc.constantFrom(0, 2, 4), (value, beside, indent) => {
        const text = JSON.stringify({ a: [beside, value, beside] }, null, indent)
        const part = partText(text, ['a', 1])
        expect(part).toBe(JSON.stringify(value, null, indent))
        expect(withPartText(text, ['a', 1], part ?? '')).toBe(text)
      }),
    )
  })

  it('keep a line comment after the value from hiding what follows', () => {
    fc.assert(
      fc.property(json, json, (value, next) => {
        const text = withPartText('[1, 2]', [0], `// before\n${JSON.stringify(value)} // after`)
        expect(parseTolerantJson(text).value).toEqual([value, 2])
        const again = withPartText(text, [0], JSON.stringify(next))
        expect(again).toBe(`[${JSON.stringify(next)}, 2]`)
      }),
    )
  })

  it('take what cannot be read as it is, and change nothing where there is no such value', () => {
    expect(withPartText('{"a": 1}', ['a'], '{"b": ')).toBe('{"a": {"b": }')
    expect(withPartText('{"a": 1}', ['b'], '2')).toBe('{"a": 1}')
    expect(partText('{"a": 1}', ['b'])).toBeUndefined()
  })
})
