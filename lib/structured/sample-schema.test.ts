import { Validator, type Schema } from '@cfworker/json-schema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemaOfSample } from './sample-schema.ts'
import { strictlyFixed, strictProblems } from './strict-schema.ts'

const text = { type: 'string' }
const objectOf = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
})

describe('schemaOfSample', () => {
  it('tells whole numbers from others, and keeps the order of properties', () => {
    const sample = { z: 1, a: 1.5, t: 'x', yes: true, none: null, list: [], inner: { b: 2 } }
    const schema = schemaOfSample(sample)
    expect(schema).toEqual(
      objectOf({
        z: { type: 'integer' },
        a: { type: 'number' },
        t: text,
        yes: { type: 'boolean' },
        none: { type: 'null' },
        list: { type: 'array' },
        inner: objectOf({ b: { type: 'integer' } }),
      }),
    )
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(sample))
  })

  it('merges the entries of a list: required is what each of them has', () => {
    const items = objectOf(
      { a: { type: ['number', 'null'] }, b: text, c: { type: 'array', items: { type: 'number' } } },
      ['a'],
    )
    expect(
      schemaOfSample([
        { a: 1, b: 'x' },
        { a: null, c: [1] },
        { a: 1.5, c: [2.5] },
      ]),
    ).toEqual({
      type: 'array',
      items,
    })
    expect(
      schemaOfSample(
        [
          { a: 1, b: 'x' },
          { a: null, c: [1] },
          { a: 1.5, c: [2.5] },
        ],
        { several: true },
      ),
    ).toEqual(items)
  })

  it('makes unions of what differs', () => {
    expect(schemaOfSample([1, 'x'])).toEqual({
      type: 'array',
      items: { type: ['string', 'integer'] },
    })
    expect(schemaOfSample([{ a: 1 }, null]).items).toEqual({
      ...objectOf({ a: { type: 'integer' } }),
      type: ['object', 'null'],
    })
    expect(schemaOfSample([{ a: 1 }, [1], 'x']).items).toEqual({
      anyOf: [
        objectOf({ a: { type: 'integer' } }),
        { type: 'array', items: { type: 'integer' } },
        text,
      ],
    })
  })

  it('makes enums only when asked, of texts that come again', () => {
    const sample = [
      { sky: 'rain', at: 'a' },
      { sky: 'clear', at: 'b' },
      { sky: 'rain', at: 'c' },
    ]
    expect(schemaOfSample(sample).items).toEqual(objectOf({ sky: text, at: text }))
    expect(schemaOfSample(sample, { enums: true }).items).toEqual(
      objectOf({ sky: { type: 'string', enum: ['rain', 'clear'] }, at: text }),
    )
    expect(schemaOfSample(['a', null, 'a'], { enums: true }).items).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    })
  })

  it('gives a schema that the sample fits, and, mended, one for strict mode', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (sample, enums) => {
        const schema = schemaOfSample(sample, { enums })
        expect(new Validator(schema as Schema, '2020-12').validate(sample).errors).toEqual([])
        const fixed = strictlyFixed(schema)
        expect(strictProblems(fixed).filter(({ fix }) => fix)).toEqual([])
        expect(fixed.type).toBe('object')
      }),
      { numRuns: 300 },
    )
  })
})
