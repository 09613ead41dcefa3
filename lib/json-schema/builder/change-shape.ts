import { withKey, withoutKeys, type JsonObject } from './object.ts'
import { descriptionOf, shapeOf, type ShapeType } from './shape.ts'

/** What is drawn of a type beside its name. */
const owned: Partial<Record<ShapeType, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items'],
  enum: ['enum'],
}

const starts: Partial<Record<ShapeType, JsonObject>> = {
  object: { properties: {} },
  array: { items: { type: 'string' } },
  enum: { enum: [] },
}

/**
 * The schema with another type. What only the old one has (properties, items, values) goes; every other
 * keyword stays. `before` is the schema as it was when it last had that type, if it had: what that type
 * alone has then comes back, in its place. A schema that cannot be drawn stays as it is.
 */
export function withType(schema: JsonObject, type: ShapeType, before?: JsonObject): JsonObject {
  const shape = shapeOf(schema)
  if (!shape || shape.type === type) return schema
  const oldShape = before && shapeOf(before)
  const old = oldShape?.type === type ? before : undefined
  const parts = pick(old ?? starts[type] ?? {}, owned[type] ?? [])
  const bare = withoutKeys(schema, Object.values(owned).flat())
  const made = { ...withTypeName(bare, type === 'enum' ? baseOfEnum(old) : type), ...parts }
  // “any” takes null as well, so what stood there before tells.
  const nullable = shape.type === 'any' ? oldShape?.nullable === true : shape.nullable
  const next = withNullable(made, nullable)
  return old ? inOrderOf(old, next) : next
}

/** The schema with null as a further value, or without. */
export function withNullable(schema: JsonObject, nullable: boolean): JsonObject {
  const shape = shapeOf(schema)
  if (!shape || shape.nullable === nullable || shape.type === 'any') return schema
  const { type, enum: members } = schema
  const types = [type].flat().filter((one) => one !== undefined && one !== 'null')
  const named =
    types.length > 0 ? withKey(schema, 'type', nullable ? [...types, 'null'] : types[0]) : schema
  if (!Array.isArray(members)) return named
  const others: unknown[] = members.filter((one) => one !== null)
  return withKey(named, 'enum', nullable ? [...others, null] : others)
}

/** The schema with other values to choose from; null stays one of them if it was. */
export function withValues(schema: JsonObject, values: readonly (string | number)[]): JsonObject {
  const shape = shapeOf(schema)
  if (shape?.type !== 'enum' || isSame(shape.values, values)) return schema
  const hasNull = Array.isArray(schema.enum) && schema.enum.includes(null)
  return withKey(schema, 'enum', hasNull ? [...values, null] : [...values])
}

/** What the values of a choice have to be. */
export type ValueKind = 'text' | 'number' | 'integer'

/** What kind of value a choice takes: what its type says, or what its values are where it says none. */
export function valueKind(schema: JsonObject): ValueKind {
  const types = new Set([schema.type].flat())
  if (types.has('integer') || types.has('number')) return types.has('number') ? 'number' : 'integer'
  const values = schema.type === undefined ? (shapeOf(schema)?.values ?? []) : []
  return values.length > 0 && values.every((one) => typeof one === 'number') ? 'number' : 'text'
}

/** What a typed value of a choice means; undefined where it has to be a number and is none. */
export function valueTyped(schema: JsonObject, text: string): string | number | undefined {
  const kind = valueKind(schema)
  if (kind === 'text') return text
  const written = text.trim()
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(written)) return undefined
  // Minus zero is written as 0 in JSON.
  const value = Number(written) + 0
  return Number.isFinite(value) && (kind === 'number' || Number.isInteger(value))
    ? value
    : undefined
}

/** The schema with another description; an empty one is none. */
export function withDescription(schema: JsonObject, text: string): JsonObject {
  if (descriptionOf(schema) === text) return schema
  return text === '' ? withoutKeys(schema, ['description']) : withKey(schema, 'description', text)
}

/** The schema of a list with another schema for its items. */
export function withItems(schema: JsonObject, items: JsonObject): JsonObject {
  return withKey(schema, 'items', items)
}

/** The schema of an object that allows other properties than those named, or does not. */
export function withOthers(schema: JsonObject, allowed: boolean): JsonObject {
  if (allowed === (schema.additionalProperties !== false)) return schema
  return allowed
    ? withoutKeys(schema, ['additionalProperties'])
    : withKey(schema, 'additionalProperties', false)
}

/** The type that a choice names: that of before, also none; else text. */
function baseOfEnum(before: JsonObject | undefined): string {
  if (before && before.type === undefined) return 'any'
  const base = [before?.type].flat().find((one) => one === 'number' || one === 'integer')
  return base ?? 'string'
}

function withTypeName(schema: JsonObject, name: string): JsonObject {
  if (name === 'any') return withoutKeys(schema, ['type'])
  return Object.hasOwn(schema, 'type') ? withKey(schema, 'type', name) : { type: name, ...schema }
}

/** The keys that both have stand as in the first, the others after them. */
function inOrderOf(first: JsonObject, schema: JsonObject): JsonObject {
  const known = Object.keys(first).filter((key) => Object.hasOwn(schema, key))
  return { ...Object.fromEntries(known.map((key) => [key, schema[key]])), ...schema }
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)))
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
