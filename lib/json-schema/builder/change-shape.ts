import { withKey, withoutKeys, type JsonObject } from './object.ts'
import { descriptionOf, shapeOf, type ShapeType } from './shape.ts'

/** What is drawn of a type beside its name. */
const owned: Partial<Record<ShapeType, readonly string[]>> = {
  object: ['properties', 'required'],
  array: ['items'],
  enum: ['enum'],
}

const starts: Partial<Record<ShapeType, JsonObject>> = {
  object: { properties: {} },
  array: { items: { type: 'string' } },
  enum: { enum: [] },
}

/**
 * The schema with another type. What was drawn of the old one (properties, items, values) goes; every
 * other keyword stays. `before` is the schema as it was when it last had that type, if it had: what was
 * drawn of it then comes back. A schema that cannot be drawn stays as it is.
 */
export function withType(schema: JsonObject, type: ShapeType, before?: JsonObject): JsonObject {
  const shape = shapeOf(schema)
  if (!shape || shape.type === type) return schema
  const old = before && shapeOf(before)?.type === type ? before : undefined
  const parts = pick(old ?? starts[type] ?? {}, owned[type] ?? [])
  const bare = withoutKeys(schema, Object.values(owned).flat())
  const name = type === 'enum' ? baseOfEnum(old) : type
  const made = { ...withTypeName(bare, name), ...parts }
  return withNullable(made, shape.nullable)
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

/** What a typed value of a choice means: a number where the choice is one of numbers; else the text. */
export function valueTyped(schema: JsonObject, text: string): string | number | undefined {
  const types = new Set([schema.type].flat())
  const isNumeric = types.has('number') || types.has('integer')
  if (!isNumeric) return text
  const value = Number(text)
  const fits = text.trim() !== '' && Number.isFinite(value)
  return fits && (types.has('number') || Number.isInteger(value)) ? value : undefined
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

function baseOfEnum(before: JsonObject | undefined): string {
  const base = [before?.type].flat().find((one) => one === 'number' || one === 'integer')
  return base ?? 'string'
}

function withTypeName(schema: JsonObject, name: string): JsonObject {
  if (name === 'any') return withoutKeys(schema, ['type'])
  return Object.hasOwn(schema, 'type') ? withKey(schema, 'type', name) : { type: name, ...schema }
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)))
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
