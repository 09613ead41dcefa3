import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from './object.ts'
import {
  freeName,
  nameProblem,
  rowsOf,
  withAdded,
  withMoved,
  withName,
  withoutRow,
  withRequired,
  withRows,
  withSchema,
} from './rows.ts'
import { drawnSchema, name, objectSchema } from './schema.arbitrary.ts'

/** Also tells the order of keys apart. */
const written = (value: unknown) => JSON.stringify(value)
const namesIn = (schema: JsonObject) => rowsOf(schema).map((row) => row.name)
const requiredIn = (schema: JsonObject) =>
  rowsOf(schema).flatMap((row) => (row.required ? [row.name] : []))

/** All but what rows write. */
function rest(schema: JsonObject): string {
  const { type: _, properties: __, required: ___, ...others } = schema
  return written(others)
}

/** A schema and one of its rows. */
const withRow = objectSchema
  .filter((schema) => rowsOf(schema).length > 0)
  .chain((schema) =>
    fc.record({ schema: fc.constant(schema), row: fc.constantFrom(...rowsOf(schema)) }),
  )

const isWholeNumber = (one: string) => /^(0|[1-9]\d*)$/.test(one)

const weather = {
  type: 'object',
  title: 'Weather',
  properties: {
    city: { type: 'string', minLength: 2 },
    day: { type: 'string', format: 'date' },
    unit: { enum: ['C', 'F'] },
  },
  required: ['unit', 'city'],
  'x-own': true,
}

describe('rowsOf and withRows', () => {
  it('reads the properties in the order of their keys', () => {
    expect(rowsOf(weather)).toEqual([
      { name: 'city', required: true, schema: weather.properties.city },
      { name: 'day', required: false, schema: weather.properties.day },
      { name: 'unit', required: true, schema: weather.properties.unit },
    ])
    expect(rowsOf({})).toEqual([])
    expect(rowsOf({ properties: 5, required: 'city' })).toEqual([])
  })

  it('gives the very schema back when its own rows are written', () => {
    fc.assert(
      fc.property(objectSchema, (schema) => {
        expect(withRows(schema, rowsOf(schema))).toBe(schema)
      }),
    )
  })
})

describe('withAdded', () => {
  it('puts a text property at the end, under a name that is free', () => {
    fc.assert(
      fc.property(objectSchema, (schema) => {
        const free = freeName(schema)
        const next = withAdded(schema, free)
        expect(namesIn(next)).toEqual([...namesIn(schema), free])
        expect(rowsOf(next).at(-1)).toEqual({
          name: free,
          required: false,
          schema: { type: 'string' },
        })
        expect(written(rowsOf(next).slice(0, -1))).toBe(written(rowsOf(schema)))
        expect(rest(next)).toBe(rest(schema))
      }),
    )
  })

  it('says that what has properties is an object', () => {
    expect(withAdded({}, 'a')).toEqual({ type: 'object', properties: { a: { type: 'string' } } })
  })

  it('counts on from the names that are taken', () => {
    const properties = { property: {}, property_2: {}, property_4: {} }
    expect(freeName({ properties })).toBe('property_3')
    expect(freeName({ properties: { constructor: {} } }, 'toString')).toBe('toString')
  })
})

describe('withName', () => {
  it('renames in place, also in "required", and touches nothing else', () => {
    const renamed = withName(weather, 'city', 'place')
    expect(renamed.ok && written(renamed.value)).toBe(
      written(weather).replaceAll('"city"', '"place"'),
    )
  })

  it('keeps every schema, the order and what is required', () => {
    fc.assert(
      fc.property(withRow, name, ({ schema, row }, next) => {
        const renamed = withName(schema, row.name, next)
        expect(renamed.ok).toBe(nameProblem(schema, next, row.name) === undefined)
        fc.pre(renamed.ok)
        const after = renamed.ok ? renamed.value : {}
        const found = rowsOf(after).find((one) => one.name === next)
        expect(found).toEqual({ ...row, name: next })
        expect(rest(after)).toBe(rest(schema))
        const asBefore = (one: string) => (one === next ? row.name : one)
        expect(new Set(requiredIn(after).map(asBefore))).toEqual(new Set(requiredIn(schema)))
        // Whole numbers come first in any object.
        fc.pre(![row.name, next].some(isWholeNumber))
        expect(namesIn(after).map(asBefore)).toEqual(namesIn(schema))
      }),
    )
  })

  it('is undone by the name from before', () => {
    fc.assert(
      fc.property(withRow, name, ({ schema, row }, next) => {
        // A name that "required" has already becomes that of the property for good.
        fc.pre(!written(schema.required ?? []).includes(written(next)))
        const there = withName(schema, row.name, next)
        fc.pre(there.ok && row.name !== '')
        const back = withName(there.ok ? there.value : {}, next, row.name)
        expect(back.ok && back.value).toEqual(schema)
      }),
    )
  })

  it('says why a name cannot be', () => {
    expect(withName(weather, 'city', '')).toEqual({ ok: false, error: 'Type a name.' })
    expect(withName(weather, 'city', 'unit')).toEqual({
      ok: false,
      error: '“unit” is there already.',
    })
    expect(withName(weather, 'city', '__proto__').ok).toBe(false)
    expect(withName(weather, 'city', 'city')).toEqual({ ok: true, value: weather })
  })
})

describe('withoutRow', () => {
  it('removes the property, also from "required", and nothing else', () => {
    fc.assert(
      fc.property(withRow, ({ schema, row }) => {
        const next = withoutRow(schema, row.name)
        expect(written(rowsOf(next))).toBe(
          written(rowsOf(schema).filter((one) => one.name !== row.name)),
        )
        expect(written(next.required ?? [])).not.toContain(written(row.name))
        expect(rest(next)).toBe(rest(schema))
      }),
    )
  })

  it('leaves no empty list of what is required', () => {
    const one = { type: 'object', properties: { a: {}, b: {} }, required: ['a'] }
    expect(withoutRow(one, 'a')).toEqual({ type: 'object', properties: { b: {} } })
  })
})

describe('withMoved', () => {
  it('keeps all properties and what is required, and comes back by the other way', () => {
    fc.assert(
      fc.property(withRow, fc.constantFrom<-1 | 1>(-1, 1), ({ schema, row }, step) => {
        const moved = withMoved(schema, row.name, step)
        expect(moved).toEqual(schema)
        expect(rest(moved)).toBe(rest(schema))
        if (moved === schema) return
        expect(namesIn(moved).indexOf(row.name)).toBe(namesIn(schema).indexOf(row.name) + step)
        expect(written(withMoved(moved, row.name, step === 1 ? -1 : 1))).toBe(written(schema))
      }),
    )
  })

  it('goes one place, and stops at the ends', () => {
    expect(namesIn(withMoved(weather, 'day', -1))).toEqual(['day', 'city', 'unit'])
    expect(namesIn(withMoved(weather, 'day', 1))).toEqual(['city', 'unit', 'day'])
    expect(withMoved(weather, 'city', -1)).toBe(weather)
    expect(withMoved(weather, 'unit', 1)).toBe(weather)
    expect(withMoved(weather, 'nobody', 1)).toBe(weather)
  })
})

describe('withRequired', () => {
  it('marks one property and no other', () => {
    fc.assert(
      fc.property(withRow, fc.boolean(), ({ schema, row }, required) => {
        const next = withRequired(schema, row.name, required)
        expect(written(rowsOf(next))).toBe(
          written(
            rowsOf(schema).map((one) => (one.name === row.name ? { ...one, required } : one)),
          ),
        )
        expect(rest(next)).toBe(rest(schema))
        expect(next === schema).toBe(row.required === required)
      }),
    )
  })

  it('keeps the names that are no property, and the order', () => {
    const schema = { properties: { a: {}, b: {} }, required: ['x', 'a'] }
    expect(withRequired(schema, 'b', true).required).toEqual(['x', 'a', 'b'])
    expect(withRequired(schema, 'a', false).required).toEqual(['x'])
    expect(withoutRow(schema, 'a').required).toEqual(['x'])
  })
})

describe('withSchema', () => {
  it('changes one property and no other', () => {
    fc.assert(
      fc.property(withRow, drawnSchema, ({ schema, row }, other) => {
        const next = withSchema(schema, row.name, other)
        expect(written(rowsOf(next))).toBe(
          written(
            rowsOf(schema).map((one) => (one.name === row.name ? { ...one, schema: other } : one)),
          ),
        )
        expect(rest(next)).toBe(rest(schema))
        expect(withSchema(schema, row.name, row.schema)).toBe(schema)
      }),
    )
  })

  it('edits what is nested in its own place only', () => {
    const line = { type: 'object', properties: { sku: { type: 'string' }, count: {} } }
    const order = {
      type: 'object',
      properties: {
        before: { $ref: '#/$defs/x' },
        address: { type: 'object', properties: { city: {} }, 'x-own': 1 },
        lines: { type: 'array', minItems: 1, items: line },
      },
      $defs: { x: { type: 'string' } },
    }
    const items = withRequired(line, 'sku', true)
    const lines = withSchema(order, 'lines', { ...order.properties.lines, items })
    expect(written(lines)).toBe(
      written(order).replace('"count":{}}', '"count":{}},"required":["sku"]'),
    )
    const address = withAdded(order.properties.address, 'zip')
    expect(written(withSchema(order, 'address', address))).toBe(
      written(order).replace('"city":{}}', '"city":{},"zip":{"type":"string"}}'),
    )
  })
})
