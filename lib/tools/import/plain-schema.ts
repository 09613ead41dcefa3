import { isObject, type JsonObject } from './found-tool.ts'

/** Levels of a schema that are read, and values of one tool; a document may ask for more. */
const deepest = 16
const mostValues = 5000

/** Keywords of OpenAPI that say nothing to a model, or show values that are not for sharing. */
const dropped = new Set([
  'deprecated',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'nullable',
  'readOnly',
  'writeOnly',
  'xml',
])

/** Keywords whose values are schemas: one, a list, or by name. */
const one = new Set(['items', 'additionalProperties', 'not', 'contains', 'propertyNames'])
const many = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems'])
const named = new Set(['properties', 'patternProperties'])

interface Reading {
  document: unknown
  values: number
  /** What was cut, each once. */
  notes: Set<string>
}

/** Reads schemas of one tool from a document; what has to be cut is noted. */
export function schemaReader(
  document: unknown,
  notes: Set<string>,
): (schema: unknown) => JsonObject {
  const reading: Reading = { document, values: 0, notes }
  return (schema) => plain(schema, reading, [])
}

/**
 * A schema of OpenAPI as JSON Schema without references: `$ref` is put in its place, `nullable` becomes
 * the type null, properties that only come back are left out. A schema that contains itself is cut where
 * it begins again.
 */
function plain(schema: unknown, reading: Reading, within: readonly string[]): JsonObject {
  reading.values += 1
  if (within.length > deepest || reading.values > mostValues) {
    reading.notes.add('A schema is too large or too deep; its innermost parts were cut.')
    return {}
  }
  if (!isObject(schema)) return {}
  if (typeof schema.$ref === 'string') return referred(schema, schema.$ref, reading, within)
  const level = [...within, '']
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (dropped.has(key) || key.startsWith('x-')) return []
    if (one.has(key)) return [[key, isObject(value) ? plain(value, reading, level) : value]]
    if (many.has(key)) return [[key, listOf(value).map((inner) => plain(inner, reading, level))]]
    if (named.has(key)) return [[key, byName(value, reading, level)]]
    return [[key, value]]
  })
  return withoutHidden(schema, modern(schema, Object.fromEntries(entries)))
}

function referred(
  schema: JsonObject,
  ref: string,
  reading: Reading,
  within: readonly string[],
): JsonObject {
  if (within.includes(ref)) {
    reading.notes.add(`${ref} contains itself; it was cut where it begins again.`)
    return {}
  }
  const target = resolved(reading.document, ref)
  if (target === undefined) {
    reading.notes.add(`${ref} is not in this document and was left out.`)
    return {}
  }
  const found = plain(target, reading, [...within, ref])
  // OpenAPI 3.1 lets words stand beside a reference.
  return typeof schema.description === 'string'
    ? { ...found, description: schema.description }
    : found
}

/** What a reference within the document leads to; nothing for one that leads elsewhere. */
export function resolved(document: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined
  let at: unknown = document
  for (const step of ref.slice(2).split('/')) {
    const key = unescaped(step)
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Object.entries(at).find(([name]) => name === key)?.[1]
  }
  return at
}

function unescaped(step: string): string {
  const plainStep = step.replaceAll('~1', '/').replaceAll('~0', '~')
  try {
    return decodeURIComponent(plainStep)
  } catch {
    return plainStep
  }
}

function byName(value: unknown, reading: Reading, within: readonly string[]): JsonObject {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isReadOnly(inner, reading))
      .map(([key, inner]) => [key, plain(inner, reading, within)]),
  )
}

function isReadOnly(schema: unknown, { document }: Reading): boolean {
  if (!isObject(schema)) return false
  const target = typeof schema.$ref === 'string' ? resolved(document, schema.$ref) : schema
  return isObject(target) && target.readOnly === true
}

/** Names of properties that were left out are required no more. */
function withoutHidden(before: JsonObject, after: JsonObject): JsonObject {
  const { properties, required } = after
  if (!Array.isArray(required) || !isObject(properties) || !isObject(before.properties))
    return after
  const gone = new Set(
    Object.keys(before.properties).filter((key) => !Object.hasOwn(properties, key)),
  )
  if (gone.size === 0) return after
  return { ...after, required: required.filter((name) => !gone.has(String(name))) }
}

/** The forms of OpenAPI 3.0 as those of JSON Schema. */
function modern(before: JsonObject, schema: JsonObject): JsonObject {
  const bounds = exclusive(
    exclusive(schema, 'exclusiveMinimum', 'minimum'),
    'exclusiveMaximum',
    'maximum',
  )
  if (before.nullable !== true || typeof bounds.type !== 'string') return bounds
  const members = bounds.enum
  const withNull =
    Array.isArray(members) && !members.includes(null) ? { enum: [...members, null] } : {}
  return { ...bounds, type: [bounds.type, 'null'], ...withNull }
}

function exclusive(schema: JsonObject, key: string, bound: string): JsonObject {
  if (typeof schema[key] !== 'boolean') return schema
  const { [key]: isExclusive, [bound]: limit, ...rest } = schema
  if (limit === undefined) return rest
  return { ...rest, [isExclusive === true ? key : bound]: limit }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
