import * as fc from 'fast-check'
import type { JsonObject } from './object.ts'
import { shapeTypes, type ShapeType } from './shape.ts'

/** A name of a property; also ones that JavaScript puts first, and ones that objects have by themselves. */
export const name = fc
  .oneof(
    fc.constantFrom(
      'city',
      'unit',
      'lines',
      'required',
      'constructor',
      'toString',
      '',
      '7',
      'größe',
    ),
    fc.string({ maxLength: 6 }),
  )
  .filter((one) => one !== '__proto__')

/** Keywords that no row draws, and some that nobody knows. */
const others = fc.dictionary(
  fc.constantFrom('minimum', 'pattern', 'format', 'default', 'x-own', 'title', '$comment'),
  fc.oneof(fc.integer(), fc.string({ maxLength: 5 }), fc.constant({ nested: [1, null] })),
  { maxKeys: 3 },
)

const description = fc.option(fc.string({ maxLength: 8 }), { nil: undefined })

/** What can only be written in JSON. */
const undrawn = fc.constantFrom<unknown>(
  { $ref: '#/$defs/step' },
  { anyOf: [{ type: 'string' }, { type: 'null' }] },
  { type: ['string', 'number'] },
  { const: 1 },
  { type: 'object', properties: 5 },
  { type: 'array', items: [{}] },
  { enum: [true] },
  true,
  'text',
)

/** The same entries in another order. */
function shuffled(object: JsonObject): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  return fc
    .shuffledSubarray(entries, { minLength: entries.length })
    .map((order) => Object.fromEntries(order))
}

function typeName(type: string): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(type, type, [type, 'null'])
}

const texts = fc.uniqueArray(fc.string({ maxLength: 4 }), { maxLength: 4 })
const numbers = fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { maxLength: 4 })

const choice: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ type: fc.constant('string'), enum: texts }),
  fc.record({ type: fc.constantFrom('integer', 'number'), enum: numbers }),
  fc.record({ enum: fc.tuple(texts, numbers).map(([one, other]) => [...one, ...other]) }),
  fc.record({ type: fc.constant(['string', 'null']), enum: texts.map((list) => [...list, null]) }),
  fc.record({ enum: texts.map((list) => [null, ...list]) }),
)

function shapedFor(deeper: fc.Arbitrary<unknown>): Record<ShapeType, fc.Arbitrary<JsonObject>> {
  const plain = (type: string) => fc.record({ type: typeName(type) })
  return {
    string: plain('string'),
    number: plain('number'),
    integer: plain('integer'),
    boolean: plain('boolean'),
    any: fc.constant({}),
    enum: choice,
    array: fc.record(
      { type: typeName('array'), items: deeper.filter((one) => Object(one) === one) },
      { requiredKeys: ['type'] },
    ) as fc.Arbitrary<JsonObject>,
    object: objectOf(typeName('object'), deeper),
  }
}

function objectOf(
  type: fc.Arbitrary<unknown>,
  inner: fc.Arbitrary<unknown>,
): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(name, inner), { maxLength: 4, selector: ([one]) => one })
    .chain((entries) =>
      fc.record(
        {
          type,
          properties: fc.constant(Object.fromEntries(entries)),
          required: fc
            .subarray(entries.map(([one]) => one))
            .chain((known) => fc.constantFrom(known, [...known, 'of nobody'])),
          additionalProperties: fc.constantFrom<unknown>(false, true, { type: 'string' }),
        },
        { requiredKeys: ['type'] },
      ),
    ) as fc.Arbitrary<JsonObject>
}

function schemaOf(depth: number): fc.Arbitrary<JsonObject> {
  const deeper: fc.Arbitrary<unknown> =
    depth === 0
      ? fc.constant({ type: 'string' })
      : fc.oneof({ arbitrary: schemaOf(depth - 1), weight: 5 }, undrawn)
  const shapes = shapedFor(deeper)
  return fc
    .tuple(fc.constantFrom(...shapeTypes), others, description)
    .chain(([type, more, words]) =>
      shapes[type].chain((shape) => shuffled({ ...more, description: words, ...shape })),
    )
}

/** A schema that a row can draw, with keywords that it cannot, in any order of keys. */
export const drawnSchema = schemaOf(2)

/** A schema of an object, whose properties are drawn or not. */
export const objectSchema: fc.Arbitrary<JsonObject> = fc
  .tuple(
    objectOf(fc.constantFrom('object', ['object', 'null']), fc.oneof(schemaOf(1), undrawn)),
    others,
  )
  .chain(([object, more]) => shuffled({ ...more, ...object }))
