import type { Outline } from '#lib/json/outline.ts'
import type { SchemaDocument } from './document.ts'
import type { JsonSchema, SchemaObject } from './schema.ts'

/** One form that a value may take at a place of a document. */
export interface Place {
  schema: SchemaObject
  document: SchemaDocument
  /** The place in the words of its document; empty at its top. */
  at: string
  /** Whether the object around must have it. */
  required: boolean
  /** What the value begins as, where that is more than what it must have. */
  start?: unknown
}

/** How often references and alternatives are followed at one place. */
const deepest = 12

/**
 * The forms that a value may take at a path of keys and 0-based indexes, alternatives and references
 * opened. The values on the way, where they are given, rule out forms that they do not fit.
 */
export function placesAt(
  document: SchemaDocument,
  path: readonly (string | number)[],
  outer: readonly Outline[] = [],
): Place[] {
  let places = opened({ schema: document.schema, document, at: '', required: false })
  for (const [depth, segment] of path.entries())
    places = narrowed(places, outer[depth]).flatMap((place) => inside(place, segment))
  return places
}

/** The schema at a path, the first of several; undefined where nothing is known. */
export function schemaAt(
  document: SchemaDocument,
  path: readonly (string | number)[],
): SchemaObject | undefined {
  return placesAt(document, path)[0]?.schema
}

/** The forms that a value fits so far; all of them where it fits none. */
export function narrowed(places: Place[], value: Outline | undefined): Place[] {
  if (!value) return places
  const fitting = places.filter(({ schema }) => fits(schema, value))
  return fitting.length > 0 ? fitting : places
}

/** The kinds of value that a schema names; empty where it names none. */
export function typesOf({ type, properties, items }: SchemaObject): readonly string[] {
  if (type !== undefined) return typeof type === 'string' ? [type] : type
  if (properties) return ['object']
  return items === undefined ? [] : ['array']
}

/** The words and values of which a schema takes one; undefined where it is open. */
export function choicesOf(schema: SchemaObject): readonly unknown[] | undefined {
  return schema.const === undefined ? schema.enum : [schema.const]
}

/** The keys that a form knows, those that it must have first; empty where keys are free. */
export function keysOf({ schema, document, at }: Place): string[] {
  const prefix = at === '' ? '' : `${at}.`
  const added = Object.keys(document.more)
    .filter((place) => place.startsWith(prefix))
    .map((place) => place.slice(prefix.length))
    .filter((key) => key !== '*' && !/[.[]/.test(key))
  const all = [...Object.keys(schema.properties ?? {}), ...added]
  const required = schema.required ?? []
  return [
    ...all.filter((key) => required.includes(key)),
    ...all.filter((key) => !required.includes(key)),
  ]
}

function fits(schema: SchemaObject, value: Outline): boolean {
  const types = typesOf(schema)
  const kind = { object: 'object', list: 'array', text: 'string', word: 'word' }[value.kind]
  if (kind !== 'word' && types.length > 0 && !types.includes(kind)) return false
  return value.entries.every(({ key, value: inner }) => {
    const known = key && schema.properties?.[key.says]
    const choices = typeof known === 'object' ? choicesOf(known) : undefined
    if (!choices || inner?.kind !== 'text' || !inner.closed || inner.says === '') return true
    return choices.includes(inner.says)
  })
}

/** The forms that the value at a key or 0-based index of a place may take. */
export function inside(place: Place, segment: string | number): Place[] {
  const { schema, document, at } = place
  const required = schema.required?.includes(String(segment)) ?? false
  if (typeof segment === 'number') {
    const list = schema.prefixItems ?? (Array.isArray(schema.items) ? schema.items : undefined)
    const inner = list?.[segment] ?? (Array.isArray(schema.items) ? undefined : schema.items)
    return begin(document, `${at}[]`, inner, false)
  }
  const named = at === '' ? segment : `${at}.${segment}`
  const other = at === '' ? '*' : `${at}.*`
  const known = schema.properties?.[segment] ?? document.more[named]
  if (known !== undefined || document.inside[named]) return begin(document, named, known, required)
  return begin(document, other, schema.additionalProperties, false)
}

/** Arrives at a place: what the document says of it goes before what the schema says. */
function begin(document: SchemaDocument, at: string, schema: unknown, required: boolean): Place[] {
  const rest = { required, start: document.starts[at] }
  const inner = document.inside[at]
  if (inner) return opened({ schema: inner.schema, document: inner, at: '', ...rest })
  const more = document.more[at]
  return [schema, more === schema ? undefined : more].flatMap((one) =>
    // An empty schema tells nothing.
    isObject(one) && Object.keys(one).length > 0
      ? opened({ schema: one, document, at, ...rest })
      : [],
  )
}

/** A place without references and alternatives: each form that they allow. */
function opened(place: Place, depth = 0): Place[] {
  const { schema, document } = place
  const { $ref, anyOf, oneOf, allOf, ...own } = schema
  if (depth > deepest) return []
  const inner = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? []), referred($ref, document)]
  const forms = inner.flatMap((one) =>
    // What stands beside the alternatives holds for each.
    isObject(one) ? opened({ ...place, schema: { ...sharedOf(own), ...one } }, depth + 1) : [],
  )
  return forms.length > 0 ? forms : [{ ...place, schema: own }]
}

function sharedOf({ description, title }: SchemaObject): SchemaObject {
  return { ...(title ? { title } : {}), ...(description ? { description } : {}) }
}

function referred($ref: string | undefined, { schema }: SchemaDocument): unknown {
  if ($ref === '#') return schema
  if (!$ref?.startsWith('#/')) return undefined
  return $ref
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, segment) => (isObject(at) ? at[segment] : undefined), schema)
}

function isObject(value: JsonSchema | unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
