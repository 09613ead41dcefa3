import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  valueTyped,
  withDescription,
  withItems,
  withNullable,
  withOthers,
  withType,
  withValues,
} from './change-shape.ts'
import { withoutKeys, type JsonObject } from './object.ts'
import { drawnSchema } from './schema.arbitrary.ts'
import { descriptionOf, shapeOf, shapeTypes } from './shape.ts'

/** Also tells the order of keys apart. */
const written = (value: unknown) => JSON.stringify(value)

/** What belongs to one type alone. */
const parts = ['type', 'enum', 'items', 'properties', 'required', 'additionalProperties']
const rest = (schema: JsonObject) => withoutKeys(schema, parts)

const anyType = fc.constantFrom(...shapeTypes)

describe('withType', () => {
  it('gives a schema of that type, and keeps every other keyword', () => {
    fc.assert(
      fc.property(drawnSchema, anyType, (schema, type) => {
        const next = withType(schema, type)
        expect(shapeOf(next)?.type).toBe(type)
        expect(rest(next)).toEqual(rest(schema))
        expect(descriptionOf(next)).toBe(descriptionOf(schema))
      }),
    )
  })

  it('loses nothing on the way through other types and back', () => {
    fc.assert(
      fc.property(drawnSchema, fc.array(anyType, { maxLength: 5 }), (schema, way) => {
        const type = shapeOf(schema)?.type ?? 'any'
        // A choice that names null among its types or its values alone takes none: the other goes.
        const { nullable } = shapeOf(schema) ?? {}
        fc.pre(nullable === written([schema.type, schema.enum]).includes('null'))
        // “any” takes null as well, so what comes after it does not know whether null was a value.
        const others = way.filter((one, at) => one !== type && (one !== 'any' || !way[at + 1]))
        const away = others.reduce((now, next) => withType(now, next), schema)
        expect(written(withType(away, type, schema))).toBe(written(schema))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what was edited on the way', () => {
    const before = { type: 'object', description: 'Old', properties: { a: {} }, required: ['a'] }
    const edited = withDescription(withType(before, 'string'), 'New')
    expect(withType(edited, 'object', before)).toEqual({ ...before, description: 'New' })
  })

  it('starts what a type needs', () => {
    const text = { type: 'string', minLength: 1 }
    expect(withType(text, 'object')).toEqual({ type: 'object', minLength: 1, properties: {} })
    expect(withType(text, 'array')).toEqual({
      type: 'array',
      minLength: 1,
      items: { type: 'string' },
    })
    expect(withType(text, 'enum')).toEqual({ type: 'string', minLength: 1, enum: [] })
    expect(withType(text, 'any')).toEqual({ minLength: 1 })
    expect(withType({ description: 'x' }, 'number')).toEqual({ type: 'number', description: 'x' })
  })

  it('takes along whether null is a value', () => {
    fc.assert(
      fc.property(drawnSchema, anyType, (schema, type) => {
        fc.pre(type !== 'any' && shapeOf(schema)?.type !== 'any')
        expect(shapeOf(withType(schema, type))?.nullable).toBe(shapeOf(schema)?.nullable)
      }),
    )
  })

  it.each([{ $ref: '#' }, { anyOf: [] }, { type: ['string', 'number'] }, { enum: [true] }])(
    'leaves what it cannot draw: %j',
    (schema) => {
      expect(shapeOf(schema)).toBeUndefined()
      expect(withType(schema, 'string')).toBe(schema)
      expect(withNullable(schema, true)).toBe(schema)
      expect(withValues(schema, ['a'])).toBe(schema)
    },
  )
})

describe('withNullable', () => {
  it('can be turned and turned back, and changes nothing else', () => {
    fc.assert(
      fc.property(drawnSchema, fc.boolean(), (schema, nullable) => {
        const shape = shapeOf(schema)
        fc.pre(shape?.type !== 'any')
        const next = withNullable(schema, nullable)
        expect(shapeOf(next)).toEqual({ ...shape, nullable })
        expect(rest(next)).toEqual(rest(schema))
        expect(shapeOf(withNullable(next, shape?.nullable === true))).toEqual(shape)
        expect(next === schema).toBe(shape?.nullable === nullable)
      }),
    )
  })

  it('names null among the types and among the values', () => {
    expect(withNullable({ type: 'string', enum: ['a'] }, true)).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    })
    expect(withNullable({ enum: ['a', null] }, false)).toEqual({ enum: ['a'] })
    expect(withNullable({ type: ['null', 'integer'] }, false)).toEqual({ type: 'integer' })
  })
})

describe('withValues', () => {
  it('keeps the type of each value, and null', () => {
    const values = fc.uniqueArray(fc.oneof(fc.string(), fc.integer()))
    fc.assert(
      fc.property(drawnSchema, values, (schema, next) => {
        fc.pre(shapeOf(schema)?.type === 'enum')
        const hasNull = written(schema.enum).includes('null')
        expect(withValues(schema, next).enum).toEqual(hasNull ? [...next, null] : next)
        expect(withValues(schema, shapeOf(schema)?.values ?? [])).toBe(schema)
      }),
    )
  })
})

describe('valueTyped', () => {
  it.each([
    [{ type: 'string' }, '5', '5'],
    [{ enum: ['a', 1] }, '5', '5'],
    [{ enum: [] }, '5', '5'],
    [{ enum: [1, 2] }, '5', 5],
    [{ enum: [1, null] }, '2.5', 2.5],
    [{ type: 'number' }, ' 1e3 ', 1000],
    [{ type: ['integer', 'null'] }, '-0', 0],
    [{ type: 'integer' }, '2.5', undefined],
    [{ type: 'number' }, '0x10', undefined],
    [{ type: 'number' }, '1e999', undefined],
    [{ type: 'number' }, 'five', undefined],
  ])('of a choice of %j, %j is %j', (schema, text, value) => {
    expect(valueTyped(schema, text)).toBe(value)
  })

  it('reads every number that JSON can write', () => {
    const number = fc.double({ noDefaultInfinity: true, noNaN: true }).map((one) => one + 0)
    fc.assert(
      fc.property(number, (value) => {
        expect(valueTyped({ type: 'number' }, written(value))).toBe(value)
      }),
    )
  })
})

describe('shapeOf', () => {
  it('tells what it keeps and does not draw', () => {
    const { kept } = shapeOf({ type: 'string', description: '', pattern: 'a', 'x-own': 1 }) ?? {}
    expect(kept).toEqual(['pattern', 'x-own'])
    const closed = { additionalProperties: false }
    expect(shapeOf({ type: 'object', ...closed })?.kept).toEqual([])
    expect(shapeOf({ type: 'string', ...closed })?.kept).toEqual(['additionalProperties'])
    expect(shapeOf({ type: 'object', additionalProperties: {} })?.kept).toHaveLength(1)
  })

  it.each([
    true,
    'text',
    null,
    [],
    { type: 'null' },
    { type: 'mystery' },
    { type: 'any' },
    { type: 'enum' },
    { type: 'string', properties: {} },
    { type: 'object', items: {} },
    { type: 'array', items: [{}] },
    { type: 'object', required: [1] },
    { type: 'string', enum: [1] },
    { enum: ['a', 'a'] },
    { description: 5 },
  ])('draws nothing of %j', (schema) => {
    expect(shapeOf(schema)).toBeUndefined()
  })
})

it('writes description, items and other properties only where they differ', () => {
  const schema = { type: 'array', items: {}, description: 'x' }
  expect(withDescription(schema, 'x')).toBe(schema)
  expect(withDescription(schema, '')).toEqual({ type: 'array', items: {} })
  expect(withItems(schema, { type: 'number' })).toEqual({ ...schema, items: { type: 'number' } })
  const object = { type: 'object', additionalProperties: true }
  expect(withOthers(object, true)).toBe(object)
  expect(withOthers(object, false)).toEqual({ type: 'object', additionalProperties: false })
  expect(withOthers(withOthers(object, false), true)).toEqual({ type: 'object' })
})
