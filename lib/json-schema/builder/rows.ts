import { fail, ok, type Result } from '#lib/result.ts'
import { isObject, withKey, withoutKeys, type JsonObject } from './object.ts'

/** One property of an object schema. */
export interface Row {
  name: string
  required: boolean
  /** Usually an object of keywords; whatever stands there. */
  schema: unknown
}

/** The properties of an object schema, in the order of its keys. */
export function rowsOf(schema: JsonObject): Row[] {
  const required = requiredIn(schema)
  return Object.entries(propertiesIn(schema)).map(([name, property]) => ({
    name,
    required: required.includes(name),
    schema: property,
  }))
}

/**
 * The object schema with these properties. Names in `required` that are no property stay, the order of
 * the others too; a list that becomes empty goes.
 */
export function withRows(schema: JsonObject, rows: readonly Row[]): JsonObject {
  const properties = Object.fromEntries(rows.map((row) => [row.name, row.schema]))
  const isSame = JSON.stringify(properties) === JSON.stringify(propertiesIn(schema))
  const held = isSame ? schema : withKey(typed(schema), 'properties', properties)
  return withRequiredNames(held, requiredAfter(schema, rows))
}

/** A name that no property has yet: `property`, `property_2` and so on. */
export function freeName(schema: JsonObject, wanted = 'property'): string {
  const properties = propertiesIn(schema)
  if (!Object.hasOwn(properties, wanted)) return wanted
  let number = 2
  while (Object.hasOwn(properties, `${wanted}_${number}`)) number += 1
  return `${wanted}_${number}`
}

/** Why a property cannot have this name; `now` is the one that it has. */
export function nameProblem(schema: JsonObject, name: string, now?: string): string | undefined {
  if (name === now) return undefined
  if (name === '') return 'Type a name.'
  if (name === '__proto__') return 'This name cannot be used.'
  return Object.hasOwn(propertiesIn(schema), name) ? `“${name}” is there already.` : undefined
}

/** With a further text property at the end. */
export function withAdded(schema: JsonObject, name: string): JsonObject {
  return withRows(schema, [
    ...rowsOf(schema),
    { name, required: false, schema: { type: 'string' } },
  ])
}

/** With another name for a property, in its place, also in `required`; or why it cannot have it. */
export function withName(
  schema: JsonObject,
  name: string,
  next: string,
): Result<JsonObject, string> {
  const problem = nameProblem(schema, next, name)
  if (problem !== undefined) return fail(problem)
  const rows = rowsOf(schema).map((row) => (row.name === name ? { ...row, name: next } : row))
  const required = requiredIn(schema).map((one) => (one === name ? next : one))
  const renamed = schema.required === undefined ? schema : withRequiredNames(schema, required)
  return ok(withRows(renamed, rows))
}

/** Without a property. */
export function withoutRow(schema: JsonObject, name: string): JsonObject {
  const left = withRows(
    schema,
    rowsOf(schema).filter((row) => row.name !== name),
  )
  const required = requiredIn(schema).filter((one) => one !== name)
  return withRequiredNames(left, required)
}

/**
 * With a property one place up (−1) or down (1). At an end, and where names that are whole numbers
 * always come first, it stays as it is.
 */
export function withMoved(schema: JsonObject, name: string, step: -1 | 1): JsonObject {
  const rows = rowsOf(schema)
  const at = rows.findIndex((row) => row.name === name)
  const [row, other] = [rows[at], rows[at + step]]
  if (!row || !other) return schema
  return withRows(schema, rows.with(at, other).with(at + step, row))
}

/** With a property that must be there, or need not. */
export function withRequired(schema: JsonObject, name: string, required: boolean): JsonObject {
  const names = requiredIn(schema)
  if (names.includes(name) === required) return schema
  return withRequiredNames(
    schema,
    required ? [...names, name] : names.filter((one) => one !== name),
  )
}

/** With another schema for a property that is there. */
export function withSchema(schema: JsonObject, name: string, next: unknown): JsonObject {
  const rows = rowsOf(schema)
  return withRows(
    schema,
    rows.map((row) => (row.name === name ? { ...row, schema: next } : row)),
  )
}

function propertiesIn({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {}
}

function requiredIn({ required }: JsonObject): string[] {
  return Array.isArray(required) ? required.filter((one) => typeof one === 'string') : []
}

function requiredAfter(schema: JsonObject, rows: readonly Row[]): string[] {
  const before = requiredIn(schema)
  const wanted = new Map(rows.map((row) => [row.name, row.required]))
  const kept = before.filter((name) => wanted.get(name) ?? true)
  const added = rows.filter((row) => row.required && !before.includes(row.name))
  return [...kept, ...added.map((row) => row.name)]
}

function withRequiredNames(schema: JsonObject, names: readonly string[]): JsonObject {
  if (JSON.stringify(names) === JSON.stringify(requiredIn(schema))) return schema
  return names.length === 0 ? withoutKeys(schema, ['required']) : withKey(schema, 'required', names)
}

/** What has properties is an object; a schema that says nothing yet says so with the first. */
function typed(schema: JsonObject): JsonObject {
  return schema.type === undefined ? { type: 'object', ...schema } : schema
}
