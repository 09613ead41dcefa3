import type { Bound } from './bind.ts'
import { objectOf, type Schema } from './definitions.ts'
import { kindOf, withoutNull } from './schemas.ts'

/**
 * A schema of arguments narrowed down to what a conversation asks for: optional arguments are there if
 * a value was found and else left out, lists have as many items as were found, and null is not said
 * where there is a value. Whatever keeps the narrowed schema keeps the whole one. A schema that is no
 * plain list of properties stays as it is.
 */
export function narrowed(schema: Schema, values: ReadonlyMap<string, Bound>): Schema {
  const combined = ['$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'].some((key) => key in schema)
  if (combined || kindOf(schema) !== 'object') return schema
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
  const declared = Object.entries(objectOf(schema.properties))
  const kept = declared.filter(([key]) => required.includes(key) || values.has(key))
  return {
    ...schema,
    properties: Object.fromEntries(kept.map(([key, one]) => [key, property(one, values.get(key))])),
    required: [...new Set([...required, ...kept.map(([key]) => key)])],
    additionalProperties: others(schema, required),
  }
}

/** A required argument that is not declared has to be allowed all the same. */
function others(
  { properties, additionalProperties }: Schema,
  required: readonly unknown[],
): unknown {
  const declared = Object.keys(objectOf(properties))
  const all = required.every((key) => declared.some((one) => one === key))
  return all ? false : additionalProperties
}

function property(schema: unknown, value: Bound | undefined): unknown {
  if (value === undefined) return schema
  const plain = withoutNull(objectOf(schema))
  if (!Array.isArray(value) || kindOf(plain) !== 'array') return plain
  const count = value.length
  const { minItems, maxItems } = plain
  const fits =
    (typeof minItems !== 'number' || minItems <= count) &&
    (typeof maxItems !== 'number' || count <= maxItems)
  return fits ? { ...plain, minItems: count, maxItems: count } : plain
}
