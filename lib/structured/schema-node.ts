/** A JSON Schema as it is written: an object of keywords. */
export type JsonSchema = Record<string, unknown>

/** Where a schema stands in another one: keywords, names and 0-based places. */
export type SchemaPath = readonly (string | number)[]

/** Whether a value is an object of keywords; the schemas `true` and `false` are not. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keywords whose value is one schema, a list of schemas, or schemas by name. */
const holders = {
  one: ['items', 'additionalProperties'],
  list: ['anyOf', 'oneOf', 'allOf', 'prefixItems'],
  named: ['properties', '$defs', 'definitions'],
} as const

/** How deep schemas are followed; deeper ones are beyond every limit. */
const deepest = 100

/**
 * The schema and those within it that say what a value may hold, parents first. Those under `not`,
 * `if` and the like say something else and are left out. Booleans that stand for a schema come too.
 */
export function* schemasIn(
  schema: unknown,
  path: SchemaPath = [],
): Generator<{ path: SchemaPath; schema: unknown }> {
  yield { path, schema }
  if (!isSchema(schema) || path.length > deepest) return
  for (const keyword of holders.one) {
    if (isSchema(schema[keyword])) yield* schemasIn(schema[keyword], [...path, keyword])
  }
  for (const keyword of holders.list) {
    const list = schema[keyword]
    if (!Array.isArray(list)) continue
    for (const [place, one] of list.entries()) yield* schemasIn(one, [...path, keyword, place])
  }
  for (const keyword of holders.named) {
    const named = schema[keyword]
    if (!isSchema(named)) continue
    for (const [name, one] of Object.entries(named)) yield* schemasIn(one, [...path, keyword, name])
  }
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(root: unknown, path: SchemaPath): unknown {
  let value: unknown = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isSchema(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** The schema with the one at a path changed; the same where there is none. */
export function changedAt(
  root: JsonSchema,
  path: SchemaPath,
  change: (schema: JsonSchema) => JsonSchema,
): JsonSchema {
  if (!isSchema(valueAt(root, path))) return root
  // Every step of the path was just found, and the root is an object.
  return changed(root, path, change) as JsonSchema
}

function changed(
  value: unknown,
  [step, ...rest]: SchemaPath,
  change: (schema: JsonSchema) => JsonSchema,
): unknown {
  if (step === undefined) return isSchema(value) ? change(value) : value
  if (Array.isArray(value)) {
    return value.map((one, place) => (place === Number(step) ? changed(one, rest, change) : one))
  }
  if (!isSchema(value)) return value
  return { ...value, [step]: changed(value[step], rest, change) }
}

/**
 * The path that a reference within the document names, as in `#/$defs/step`; undefined for one that
 * leads elsewhere or is no JSON pointer (RFC 6901).
 */
export function pathOfRef(ref: unknown): string[] | undefined {
  if (ref === '#') return []
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return undefined
  return ref.slice(2).split('/').map(unescaped)
}

/** A step of a pointer in a URI fragment; one with a stray percent sign is taken as it stands. */
function unescaped(step: string): string {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
