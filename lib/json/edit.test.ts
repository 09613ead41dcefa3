import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendJson, editJson, insertJson } from './edit.ts'
import { parseTolerantJson } from './index.ts'

const json = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  // Minus zero is no value of its own in JSON.
  .map((value): unknown => JSON.parse(JSON.stringify(value)))

const noise = fc.constantFrom('', ' ', '\n', '\t', ' // one\n', '/* two */')

/** A value as a person may have written it: comments and blanks anywhere, commas at the end. */
const handwritten = fc
  .tuple(json, fc.infiniteStream(noise), fc.boolean())
  .map(([value, blanks, trails]) => {
    const blank = () => String(blanks.next().value)
    const write = (one: unknown): string => {
      if (typeof one !== 'object' || one === null) return JSON.stringify(one)
      const entries = Array.isArray(one)
        ? one.map(write)
        : Object.entries(one).map(
            ([key, inner]) => `${JSON.stringify(key)}${blank()}:${blank()}${write(inner)}`,
          )
      const inner = entries.map((entry) => `${blank()}${entry}${blank()}`).join(',')
      const end = trails && entries.length > 0 ? ',' : ''
      const [open, close] = Array.isArray(one) ? '[]' : '{}'
      return `${open}${inner}${end}${blank()}${close}`
    }
    return { value, text: `${blank()}${write(value)}${blank()}` }
  })

const read = (text: string) => {
  const { value, problems } = parseTolerantJson(text)
  expect(problems).toEqual([])
  return value
}

/** Without blanks, as lines that are touched get them anew. */
const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('editJson', () => {
  it('writes any value in the place of any other, however that was written', () => {
    fc.assert(
      fc.property(handwritten, json, ({ text }, after) => {
        expect(read(editJson(text, [], after))).toEqual(after)
      }),
      { numRuns: 500 },
    )
  })

  it('writes within what stands around it, and changes nothing there', () => {
    fc.assert(
      fc.property(handwritten, handwritten, json, (before, beside, after) => {
        const text = `{ "a": ${before.text}, /* kept */ "b": ${beside.text} }`
        const next = editJson(text, ['a'], after)
        expect(read(next)).toEqual({ a: after, b: beside.value })
        expect(bare(next)).toContain(bare(`/* kept */ "b": ${beside.text}`))
      }),
      { numRuns: 500 },
    )
  })

  it('gives the very text where the value is the same', () => {
    fc.assert(
      fc.property(handwritten, ({ text, value }) => {
        expect(editJson(text, [], value)).toBe(text)
      }),
    )
  })

  it('removes a key, however the object was written', () => {
    const key = fc.string().filter((one) => one !== '__proto__')
    fc.assert(
      fc.property(handwritten, key, fc.nat(), ({ text, value }, name, at) => {
        const keys = Object.keys(Object(value))
        fc.pre(!Array.isArray(value) && typeof value === 'object' && value !== null)
        const gone = keys[at % Math.max(1, keys.length)] ?? name
        const { [gone]: _, ...left } = value as Record<string, unknown>
        expect(read(editJson(text, [gone], undefined))).toEqual(left)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the order of keys that it is given', () => {
    const text = '{"a": {"x": 1, "y": 2, "z": 3}}'
    const order = (value: object) => Object.keys(JSON.parse(editJson(text, ['a'], value)).a)
    expect(order({ z: 3, x: 1 })).toEqual(['z', 'x'])
    expect(order({ x: 1, z: 3, w: 4 })).toEqual(['x', 'z', 'w'])
  })

  it('begins what is missing, and replaces what is in the way', () => {
    expect(read(editJson('', ['a', 'b'], 1))).toEqual({ a: { b: 1 } })
    expect(read(editJson('{"c": 2}', ['a', 0], 1))).toEqual({ c: 2, a: [1] })
    expect(read(editJson('{"a": "x", "c": 2}', ['a', 'b'], 1))).toEqual({ a: { b: 1 }, c: 2 })
    expect(read(editJson('[1]', ['a'], 1))).toEqual({ a: 1 })
  })

  it.each([
    ['{"type": "function"}', ['function', 'strict']],
    ['{"function": "x"}', ['function', 'strict']],
    ['[]', [0]],
    ['', ['a']],
    ['', []],
  ])('has nothing to remove from %s at %j', (text, path) => {
    expect(editJson(text, path, undefined)).toBe(text)
  })

  it('does not touch what is no JSON, and makes typographic quotes its own', () => {
    expect(editJson('{"a": ', ['a'], 1)).toBe('{"a": ')
    expect(editJson('{“a”: 1, “b”: 2}', ['b'], 3)).toBe('{"a": 1, "b": 3}')
    expect(editJson('{"a": 1}', [], undefined)).toBe('')
  })
})

describe('insertJson', () => {
  it('adds at any place of a list, however that was written', () => {
    fc.assert(
      fc.property(handwritten, json, fc.nat(), ({ text, value }, more, at) => {
        fc.pre(Array.isArray(value))
        const list = value as unknown[]
        const place = at % (list.length + 1)
        expect(read(insertJson(text, [place], more))).toEqual(list.toSpliced(place, 0, more))
      }),
      { numRuns: 500 },
    )
  })
})

describe('appendJson', () => {
  it('adds any number at the end of a list, however that was written', () => {
    fc.assert(
      fc.property(handwritten, fc.array(json, { maxLength: 3 }), ({ text, value }, more) => {
        fc.pre(Array.isArray(value))
        expect(read(appendJson(text, [], more))).toEqual([...(value as unknown[]), ...more])
        const inside = appendJson(`{"b": 1, "a": ${text}}`, ['a'], more)
        expect(read(inside)).toEqual({ b: 1, a: [...(value as unknown[]), ...more] })
      }),
      { numRuns: 500 },
    )
  })

  it('indents as the list does', () => {
    expect(appendJson('[\n  {\n    "a": 1\n  }\n]', [], [{ b: 2 }, { c: [] }])).toBe(
      JSON.stringify([{ a: 1 }, { b: 2 }, { c: [] }], null, 2),
    )
    expect(appendJson('{"a": [1, 2]}', ['a'], [{ b: 2 }])).toBe('{"a": [1, 2, {"b":2}]}')
  })

  it('keeps what is said in comments', () => {
    expect(appendJson('[\n  1 // one\n]', [], [2])).toContain('// one')
    expect(read(appendJson('{"a": {}}', ['a'], [2]))).toEqual({ a: [2] })
    expect(read(appendJson('', [], [2]))).toEqual([2])
    expect(appendJson('[1', [], [2])).toBe('[1')
  })
})
