import { describe, expect, it } from 'vitest'
import { checkValue } from './check.ts'

function messages(schema: unknown, value: unknown, partial = false): string[] {
  const checked = checkValue({ schema, value, partial })
  if (!checked.ok) throw new Error(checked.error.message)
  return checked.value.map(({ message }) => message)
}

function reason(schema: unknown): string {
  const checked = checkValue({ schema, value: {}, partial: false })
  return checked.ok ? 'usable' : checked.error.message
}

const person = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2 },
    age: { type: 'integer', minimum: 0, maximum: 150 },
    colour: { enum: ['red', 'blue'] },
    tags: { type: 'array', items: { type: 'string' }, uniqueItems: true, minItems: 1 },
    home: { $ref: '#/$defs/address' },
  },
  required: ['name', 'age'],
  additionalProperties: false,
  $defs: {
    address: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
}

describe('a value and a schema', () => {
  it('fit without a word', () => {
    expect(messages(person, { name: 'Ada', age: 36, home: { city: 'London' } })).toEqual([])
    expect(messages(true, 1)).toEqual([])
  })

  it('tells leaf faults only, in plain sentences', () => {
    expect(messages(person, { name: 'A', age: 'x', colour: 'green', tags: [1], home: {} })).toEqual(
      [
        '“name” must have at least 2 characters.',
        '“age” must be a whole number.',
        '“colour” must be one of "red", "blue".',
        '“tags[0]” must be a text.',
        '“city” is missing.',
      ],
    )
    expect(messages(person, { age: 200 })).toEqual([
      '“name” is missing.',
      '“age” must be at most 150.',
    ])
    expect(messages(person, { name: 'Ada', age: 1, extra: 1 })).toEqual([
      '“extra” is not allowed here.',
    ])
    expect(messages(person, [])).toEqual(['The value must be an object.'])
  })

  it('gives a path of keys and indexes, to where a missing value belongs', () => {
    const checked = checkValue({
      schema: { type: 'array', items: { ...person, $id: 'https://example.org/person' } },
      value: [
        { name: 'Ada', age: 1 },
        { name: 'Bo', age: 2, home: {}, 'a/b~c é%2F': 1 },
      ],
      partial: false,
    })
    expect(checked).toEqual({
      ok: true,
      value: [
        { path: [1, 'home', 'city'], message: '“city” is missing.', keyword: 'required' },
        {
          path: [1, 'a/b~c é%2F'],
          message: '“a/b~c é%2F” is not allowed here.',
          keyword: 'additionalProperties',
        },
      ],
    })
  })

  it.each([
    [{ minimum: 1, exclusiveMaximum: 5 }, 5, '“x” must be below 5.'],
    [{ multipleOf: 0.5 }, 0.3, '“x” must be a multiple of 0.5.'],
    [{ type: 'string', pattern: '^a+$' }, 'b', '“x” must match ^a+$.'],
    [{ format: 'date' }, '31.12.', '“x” is no valid date.'],
    [{ maxItems: 1 }, [1, 2], '“x” must have at most 1 entry.'],
    [{ uniqueItems: true }, [1, 2, 1], '“x” has the same entry twice, at [0] and [2].'],
    [{ contains: { type: 'string' } }, [1, 2], '“x” has no entry that fits “contains”.'],
    [
      { contains: { type: 'string' }, minContains: 2 },
      [1, 'a'],
      '“x” must have at least 2 entries that fit “contains”.',
    ],
    [{ const: 3 }, 4, '“x” must be 3.'],
    [{ type: ['string', 'null'] }, 4, '“x” must be a text or null.'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 4, '“x” must be a text or null.'],
    [
      { oneOf: [{ type: 'number' }, { minimum: 1 }] },
      4,
      '“x” fits 2 forms of which only one may fit.',
    ],
    [{ not: { type: 'number' } }, 4, '“x” must not fit the schema under “not”.'],
    [{ propertyNames: { pattern: '^a' } }, { b: 1 }, '“b” is not allowed as a key.'],
    [{ dependentRequired: { a: ['b'] } }, { a: 1 }, '“b” is missing.'],
    [{ if: { minimum: 9 }, else: { multipleOf: 5 } }, 6, '“x” must be a multiple of 5.'],
    [{ allOf: [{ minimum: 5 }, { maximum: 9 }] }, 1, '“x” must be at least 5.'],
    [{ prefixItems: [{ type: 'string' }], items: false }, ['a', 1], '“x[1]” is not allowed here.'],
    [false, 1, '“x” is not allowed here.'],
  ])('says what is wrong by %j', (schema, value, message) => {
    expect(messages({ properties: { x: schema } }, { x: value })).toEqual([message])
  })

  it('tells of several forms the one that comes nearest', () => {
    const shape = (kind: string, key: string) => ({
      type: 'object',
      properties: { kind: { const: kind }, [key]: { type: 'number' } },
      required: ['kind', key],
    })
    const shapes = { anyOf: [shape('circle', 'radius'), shape('square', 'side')] }
    expect(messages(shapes, { kind: 'square', side: '2' })).toEqual(['“side” must be a number.'])
    expect(messages(shapes, { kind: 'circle' })).toEqual(['“radius” is missing.'])
    expect(messages(shapes, 3)).toEqual(['The value must be an object.'])
    expect(messages(shapes, { kind: 'line' })).toEqual([
      'The value fits none of the 2 allowed forms.',
    ])
  })
})

describe('drafts', () => {
  it('reads each by its own rules', () => {
    const below5 = { maximum: 5, exclusiveMaximum: true }
    expect(messages({ $schema: 'http://json-schema.org/draft-04/schema#', ...below5 }, 5)).toEqual([
      'The value must be below 5.',
    ])
    const sibling = {
      $defs: { any: {} },
      properties: { a: { $ref: '#/$defs/any', type: 'string' } },
    }
    expect(messages(sibling, { a: 1 })).toEqual(['“a” must be a text.'])
    const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#', ...sibling }
    expect(messages(draft7, { a: 1 })).toEqual([])
    const recursive = {
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      type: 'object',
      properties: { next: { $recursiveRef: '#' } },
    }
    expect(messages(recursive, { next: { next: 1 } })).toEqual(['“next” must be an object.'])
  })
})

const colours = { anyOf: [{ const: 'red' }, { const: 'blue' }] }

describe('a value that is still being written', () => {
  it('is not blamed for what may yet come', () => {
    expect(messages(person, {}, true)).toEqual([])
    expect(messages(person, { name: 'A' }, true)).toEqual([])
    expect(messages(person, { name: 'Ada', colour: 'r' }, true)).toEqual([])
    expect(messages(person, { name: 'Ada', age: 36, home: {} }, true)).toEqual([])
    expect(messages(person, { name: 'Ada', age: 36, tags: [] }, true)).toEqual([])
    expect(messages(colours, 'r', true)).toEqual([])
    expect(messages(colours, 'r')).toEqual(['The value must be one of "red", "blue".'])
  })

  it('is blamed for what more of it cannot mend', () => {
    expect(messages(person, { name: 1 }, true)).toEqual(['“name” must be a text.'])
    expect(messages(person, { home: {}, age: 3 }, true)).toEqual(['“city” is missing.'])
    expect(messages(person, { name: 'A', age: 3 }, true)).toEqual([
      '“name” must have at least 2 characters.',
    ])
    expect(messages(person, { other: 1 }, true)).toEqual(['“other” is not allowed here.'])
    expect(messages({ maxItems: 1 }, [1, 2], true)).toEqual([
      'The value must have at most 1 entry.',
    ])
    expect(messages({ anyOf: [{ type: 'string' }, { type: 'null' }] }, 1, true)).toHaveLength(1)
  })
})

describe('a schema that is broken', () => {
  it.each([
    [3, 'The schema itself cannot be used: The value must be an object or true or false.'],
    [
      { properties: { a: { type: 'strng' } } },
      'The schema itself cannot be used: in properties.a, “type” must be one of "string", "number", "integer", "boolean", "array", "object", "null".',
    ],
    [{ required: 'a' }, 'The schema itself cannot be used: “required” must be a list.'],
    [{ pattern: '(' }, 'The schema itself cannot be used: “pattern” is no valid regex.'],
    [
      { $ref: '#/$defs/none' },
      'The schema itself cannot be used: nothing stands at the $ref “#/$defs/none”.',
    ],
    [
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } },
      'The schema itself cannot be used: its references lead in a circle.',
    ],
    [{ $id: 'http://' }, expect.stringContaining('cannot be used')],
  ])('%j is refused with words', (schema, message) => {
    expect(reason(schema)).toEqual(message)
  })

  it('leaves the schema that it is given as it is', () => {
    const schema = Object.freeze({ type: 'object', properties: Object.freeze({}) })
    expect(reason(schema)).toBe('usable')
  })
})
