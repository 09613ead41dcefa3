import { objectOf, type Schema } from './definitions.ts'

/** The kind of value that a schema asks for, as far as the prompt can offer one. */
export type Kind = 'string' | 'number' | 'boolean' | 'enum' | 'array' | 'object' | 'other'

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/,
  email: /^[A-Za-z\d._%+-]{1,64}@(?:[A-Za-z\d-]{1,63}\.){1,8}[A-Za-z]{2,24}$/,
  uri: /^https?:\/\/[^\s<>"]+$/,
}

/** A schema without its null branch: `["string", "null"]` and `anyOf` with null mean an optional value. */
export function withoutNull(schema: Schema): Schema {
  const branches: unknown[] = Array.isArray(schema.anyOf) ? schema.anyOf : []
  const others = branches.map(objectOf).filter(({ type }) => type !== 'null')
  const only = others.length === 1 ? others[0] : undefined
  if (only && others.length < branches.length) return { ...schema, anyOf: undefined, ...only }
  const types: unknown[] = Array.isArray(schema.type) ? schema.type : []
  const rest = types.filter((type) => type !== 'null')
  return rest.length === 1 ? { ...schema, type: rest[0] } : schema
}

/** What kind of value a schema without null asks for. */
export function kindOf({ type, enum: members, const: single, properties }: Schema): Kind {
  if (Array.isArray(members) || single !== undefined) return 'enum'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'string' || type === 'boolean' || type === 'array') return type
  return type === 'object' || properties !== undefined ? 'object' : 'other'
}

/** The values of an enumeration, a constant being one of a single value. */
export function membersOf(schema: Schema): unknown[] {
  if (Array.isArray(schema.enum)) return schema.enum
  return schema.const === undefined ? [] : [schema.const]
}

/**
 * Whether a number or text from the prompt keeps the bounds, lengths and format of a schema. Patterns
 * are left to `matches`, which may know more of them.
 */
export function keeps(schema: Schema, value: number | string): boolean {
  return typeof value === 'number' ? keepsBounds(schema, value) : keepsForm(schema, value)
}

function keepsBounds(schema: Schema, value: number): boolean {
  if (schema.type === 'integer' && !Number.isSafeInteger(value)) return false
  const step = numberOr(schema.multipleOf, 0)
  return (
    value >= numberOr(schema.minimum, -Infinity) &&
    value <= numberOr(schema.maximum, Infinity) &&
    value > numberOr(schema.exclusiveMinimum, -Infinity) &&
    value < numberOr(schema.exclusiveMaximum, Infinity) &&
    (step === 0 || Number.isInteger(value / step))
  )
}

function keepsForm(schema: Schema, value: string): boolean {
  const { length } = [...value]
  if (length < numberOr(schema.minLength, 0)) return false
  if (length > numberOr(schema.maxLength, Infinity)) return false
  if (typeof schema.format !== 'string') return true
  return formats[schema.format]?.test(value) ?? false
}

function numberOr(value: unknown, other: number): number {
  return typeof value === 'number' ? value : other
}
