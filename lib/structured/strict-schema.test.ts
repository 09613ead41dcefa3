import { Validator, type Schema } from '@cfworker/json-schema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonSchema } from './schema-node.ts'
import { strictLimits } from './strict-rules.ts'
import { strictlyFixed, strictProblems } from './strict-schema.ts'

const text = { type: 'string' }
const objectOf = (properties: JsonSchema, extra: JsonSchema = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...extra,
})
const rules = (schema: unknown) =>
  strictProblems(schema).map(({ rule, path }) => `${rule} ${path.join('.')}`.trim())
/** What the only problem's fix makes of a schema. */
const mended = (schema: JsonSchema) => {
  const problems = strictProblems(schema)
  expect(problems).toHaveLength(1)
  return problems[0]?.fix?.(schema)
}

describe('strictProblems', () => {
  it('finds nothing in what the guide shows: enums, unions, definitions, recursion, null', () => {
    const step = objectOf({
      say: text,
      next: { anyOf: [{ $ref: '#/$defs/step' }, { type: 'null' }] },
    })
    const schema = objectOf(
      {
        unit: { type: ['string', 'null'], enum: ['F', 'C', null], description: 'Of degrees' },
        step: { $ref: '#/$defs/step' },
        whole: { type: 'array', items: { $ref: '#' }, minItems: 1, maxItems: 3 },
        at: { type: 'string', format: 'date-time', pattern: '^2' },
        count: { type: 'integer', minimum: 0, exclusiveMaximum: 9, multipleOf: 3 },
        kind: { const: 'a' },
      },
      { $defs: { step }, $schema: 'https://json-schema.org/draft/2020-12/schema' },
    )
    expect(strictProblems(schema)).toEqual([])
    expect(strictlyFixed(schema)).toEqual(schema)
  })

  it.each([
    ['no object', 3, ['root']],
    ['a list at the root', { type: 'array', items: text }, ['root']],
    ['a union at the root', { ...objectOf({}), anyOf: [objectOf({})] }, ['root']],
    ['a root without a type', { ...objectOf({ a: text }), type: undefined }, ['root']],
    ['an open object', { type: 'object', properties: {} }, ['closed']],
    [
      'an open inner object',
      objectOf({ a: { type: 'object', properties: {} } }),
      ['closed properties.a'],
    ],
    ['an optional property', objectOf({ a: text }, { required: [] }), ['required']],
    ['a required stranger', objectOf({ a: text }, { required: ['a', 'b'] }), ['unknown-required']],
    ['no type', objectOf({ a: { description: 'x' } }), ['type properties.a']],
    ['true as a schema', objectOf({ a: true }), ['type properties.a']],
    ['an unknown type', objectOf({ a: { type: 'date' } }), ['type properties.a']],
    ['minLength', objectOf({ a: { ...text, minLength: 1 } }), ['keyword properties.a']],
    ['a default', objectOf({ a: { ...text, default: 'x' } }), ['keyword properties.a']],
    ['if and else at once', objectOf({}, { if: {}, else: {} }), ['keyword']],
    ['an unknown format', objectOf({ a: { ...text, format: 'uri' } }), ['format properties.a']],
    ['words beside a $ref', objectOf({ a: { $ref: '#', title: 'x' } }), ['ref properties.a']],
    ['a $ref to nowhere', objectOf({ a: { $ref: '#/$defs/b' } }), ['ref properties.a']],
    ['a $ref to elsewhere', objectOf({ a: { $ref: 'other.json' } }), ['ref properties.a']],
  ] as const)('refuses %s', (_, schema, expected) => {
    expect(rules(schema)).toEqual(expected)
  })

  it.each([
    'not dependentRequired dependentSchemas patternProperties unevaluatedProperties',
    'unevaluatedItems contains uniqueItems minProperties propertyNames examples maxLength',
  ])('names the keywords %s', (keywords) => {
    for (const keyword of keywords.split(' ')) {
      const schema = objectOf({}, { [keyword]: {} })
      expect(strictProblems(schema)[0]?.message).toContain(`know ${keyword}.`)
      expect(mended(schema)).toEqual(objectOf({}))
    }
  })

  it('counts what is limited', () => {
    const many = (count: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, value]))
    const nested = (levels: number): JsonSchema =>
      levels === 1 ? objectOf({ a: text }) : objectOf({ a: nested(levels - 1) })
    const listed = (count: number, size: number) =>
      objectOf({
        a: {
          type: 'string',
          enum: Array.from({ length: count }, (_, at) => String(at).padStart(size)),
        },
      })
    expect(rules(objectOf(many(strictLimits.properties, text)))).toEqual([])
    expect(rules(objectOf(many(strictLimits.properties + 1, text)))).toEqual(['limit'])
    expect(rules(nested(10))).toEqual([])
    expect(rules(nested(11))).toEqual(['limit'])
    // A definition is looked up, not nested.
    expect(rules(objectOf({ a: { $ref: '#/$defs/d' } }, { $defs: { d: nested(10) } }))).toEqual([])
    expect(rules(listed(1000, 4))).toEqual([])
    expect(rules(listed(1001, 4))).toEqual(['limit'])
    expect(rules(listed(250, 61))).toEqual([])
    expect(rules(listed(251, 60))).toEqual(['limit properties.a'])
    expect(rules(objectOf({ ['x'.repeat(120_001)]: text }))).toEqual(['limit'])
  })
})

describe('fixes', () => {
  it('let an optional property be null instead, however its value is described', () => {
    const optional = objectOf(
      {
        word: text,
        one: { const: 1 },
        unit: { type: 'string', enum: ['F'] },
        bare: { enum: [1, 2] },
        step: { $ref: '#' },
        any: { anyOf: [text, { type: 'number' }] },
        already: { type: ['number', 'null'] },
        list: { type: 'array', items: text },
      },
      { required: ['list'] },
    )
    expect(mended(optional)).toEqual(
      objectOf({
        word: { type: ['string', 'null'] },
        one: { enum: [1, null] },
        unit: { type: ['string', 'null'], enum: ['F', null] },
        bare: { enum: [1, 2, null] },
        step: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
        any: { anyOf: [text, { type: 'number' }, { type: 'null' }] },
        already: { type: ['number', 'null'] },
        list: { type: 'array', items: text },
      }),
    )
  })

  it('make an object of free keys a list of names with values', () => {
    const free = objectOf({ a: { type: 'object', additionalProperties: { type: 'number' } } })
    expect(mended(free)).toEqual(
      objectOf({
        a: { type: 'array', items: objectOf({ name: text, value: { type: 'number' } }) },
      }),
    )
  })

  it('put a root that is none into an object, definitions and references moved along', () => {
    const list = {
      type: 'array',
      items: { anyOf: [{ $ref: '#/$defs/word' }, { $ref: '#' }] },
      $defs: { word: text },
    }
    expect(mended(list)).toEqual(
      objectOf(
        {
          result: {
            type: 'array',
            items: { anyOf: [{ $ref: '#/$defs/word' }, { $ref: '#/properties/result' }] },
          },
        },
        { $defs: { word: text } },
      ),
    )
    const inner = { type: 'array', items: { anyOf: [text, { $ref: '#/items' }] } }
    expect(strictProblems(inner)[0]?.fix).toBeUndefined()
  })

  it('put parts together, name unions anyOf, and put in what a reference names', () => {
    const parts = [objectOf({ a: text }, { title: 'A' }), objectOf({ b: text })]
    expect(
      mended({ type: 'object', properties: {}, additionalProperties: false, allOf: parts }),
    ).toEqual({
      ...objectOf({ a: text, b: text }),
      title: 'A',
    })
    const clash = objectOf({ a: { allOf: [text, { type: 'number' }] } })
    expect(strictProblems(clash)[0]?.fix).toBeUndefined()
    expect(mended(objectOf({ a: { oneOf: [text, { type: 'null' }] } }))).toEqual(
      objectOf({ a: { anyOf: [text, { type: 'null' }] } }),
    )
    const named = { $defs: { word: { ...text, description: 'old' } } }
    expect(mended(objectOf({ a: { $ref: '#/$defs/word', description: 'new' } }, named))).toEqual(
      objectOf({ a: { type: 'string', description: 'new' } }, named),
    )
    expect(mended(objectOf({ a: { type: 'string', nullable: true } }))).toEqual(
      objectOf({ a: { type: ['string', 'null'] } }),
    )
  })

  it('all at once leave nothing that has a fix, and keep every value that had all properties', () => {
    fc.assert(
      fc.property(looseSchema(3), (schema) => {
        const fixed = strictlyFixed(schema)
        expect(strictProblems(fixed).filter(({ fix }) => fix)).toEqual([])
        expect(strictlyFixed(fixed)).toEqual(fixed)
        // What strict mode allows is a value of the old schema once nulls of optional properties are left out.
        const validator = new Validator(fixed as Schema, '2020-12')
        expect(validator.validate(fullValue(schema)).errors).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** An object schema as people write it: open, with optional properties and keywords that strict mode lacks. */
function looseSchema(depth: number): fc.Arbitrary<JsonSchema> {
  const leaf: fc.Arbitrary<JsonSchema> = fc.constantFrom<JsonSchema>(
    { type: 'string', minLength: 0 },
    { type: 'integer', default: 1 },
    { type: 'boolean', title: 'yes' },
    { enum: ['a', 'b'] },
    { oneOf: [{ type: 'string' }] },
    { allOf: [{ type: 'string' }, { description: 'x' }] },
  )
  const value =
    depth === 0
      ? leaf
      : fc.oneof(
          leaf,
          looseSchema(depth - 1),
          looseSchema(depth - 1).map((items) => ({ type: 'array', items })),
        )
  return fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.tuple(value, fc.boolean()), { maxKeys: 3 })
    .map((entries) => {
      const names = Object.keys(entries).filter((name) => entries[name]?.[1])
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(entries).map(([name, [one]]) => [name, one])),
        ...(names.length > 0 ? { required: names } : {}),
      }
    })
}

/** A value with every property that the schema names. */
function fullValue(schema: JsonSchema): unknown {
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.type === 'integer') return 1
  if (schema.type === 'boolean') return true
  if (schema.type === 'array') return [fullValue(schema.items as JsonSchema)]
  if (schema.type !== 'object') return 'x'
  const properties = Object.entries(schema.properties as Record<string, JsonSchema>)
  return Object.fromEntries(properties.map(([name, one]) => [name, fullValue(one)]))
}
