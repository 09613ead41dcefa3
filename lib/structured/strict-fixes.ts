import { nullable, typesOf } from './nullable.ts'
import {
  changedAt,
  isSchema,
  pathOfRef,
  schemasIn,
  valueAt,
  type JsonSchema,
  type SchemaPath,
} from './schema-node.ts'
import type { StrictFix } from './strict-problem.ts'

/** A fix of the schema at a path. */
export function at(path: SchemaPath, change: (schema: JsonSchema) => JsonSchema): StrictFix {
  return (root) => changedAt(root, path, change)
}

/** An object that takes no other properties. */
export function closed(schema: JsonSchema): JsonSchema {
  return { ...schema, additionalProperties: false }
}

/**
 * An object of free keys as a list of names with values: strict mode has no free keys, and a list
 * holds the same. What each value may be stays.
 */
export function listOfEntries(schema: JsonSchema): JsonSchema {
  const { additionalProperties, properties: _none, required: _names, ...rest } = schema
  return {
    ...rest,
    type: typesOf(schema.type).includes('null') ? ['array', 'null'] : 'array',
    items: {
      type: 'object',
      properties: { name: { type: 'string' }, value: additionalProperties },
      required: ['name', 'value'],
      additionalProperties: false,
    },
  }
}

/** Every property required; those that were optional may be null instead. */
export function allRequired(schema: JsonSchema): JsonSchema {
  const properties = isSchema(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  const entries = Object.entries(properties).map(([name, one]) => [
    name,
    required.includes(name) ? one : nullable(one),
  ])
  return { ...schema, properties: Object.fromEntries(entries), required: Object.keys(properties) }
}

/** Only names of properties required. */
export function onlyKnownRequired(schema: JsonSchema): JsonSchema {
  const properties = isSchema(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  return {
    ...schema,
    required: required.filter(
      (name) => typeof name === 'string' && Object.hasOwn(properties, name),
    ),
  }
}

/** The schema without some of its keywords. */
export function without(...keywords: string[]): (schema: JsonSchema) => JsonSchema {
  return (schema) =>
    Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)))
}

/** `oneOf` as `anyOf`: the members stay, and more than one of them may then fit. */
export function oneOfAsAnyOf({ oneOf, ...rest }: JsonSchema): JsonSchema {
  return { ...rest, anyOf: oneOf }
}

/** What `nullable: true` of OpenAPI 3.0 says, in JSON Schema's own words. */
export function ownNullable({ nullable: wanted, ...rest }: JsonSchema): JsonSchema {
  const said = wanted === true ? nullable(rest) : rest
  return isSchema(said) ? said : rest
}

/**
 * `allOf` written into the schema that it stands in, where no keyword of one part contradicts that of
 * another; properties are put together. Undefined where the parts cannot be one schema.
 */
export function merged({ allOf, ...rest }: JsonSchema): JsonSchema | undefined {
  if (!Array.isArray(allOf) || !allOf.every(isSchema)) return undefined
  let result: JsonSchema = rest
  for (const part of allOf) {
    const both = mergedPair(result, part)
    if (!both) return undefined
    result = both
  }
  return result
}

function mergedPair(one: JsonSchema, other: JsonSchema): JsonSchema | undefined {
  const result: JsonSchema = { ...one }
  for (const [keyword, value] of Object.entries(other)) {
    const known = one[keyword]
    if (known === undefined || JSON.stringify(known) === JSON.stringify(value)) {
      result[keyword] = value
    } else if (keyword === 'properties' && isSchema(known) && isSchema(value)) {
      if (Object.keys(value).some((name) => Object.hasOwn(known, name))) return undefined
      result[keyword] = { ...known, ...value }
    } else if (keyword === 'required' && Array.isArray(known) && Array.isArray(value)) {
      result[keyword] = [...new Set<unknown>([...known, ...value])]
    } else if (keyword !== 'title' && keyword !== 'description') return undefined
  }
  return result
}

/**
 * A reference with keywords beside it as what it leads to, with these keywords on top; as the SDK
 * does. Undefined where it leads nowhere.
 */
export function inlined(path: SchemaPath): StrictFix {
  return (root) =>
    changedAt(root, path, ({ $ref, ...beside }) => {
      const target = valueAt(root, pathOfRef($ref) ?? ['', ''])
      return isSchema(target) ? { ...target, ...beside } : { $ref, ...beside }
    })
}

/** The name of the only property of a root that had to become an object. */
const wrapper = 'result'

/**
 * A root that is no object as the only property of one. References to the root lead to the property
 * from then on; undefined where one leads to some other place than a definition.
 */
export function wrapped(schema: JsonSchema): JsonSchema | undefined {
  for (const { schema: inner } of schemasIn(schema)) {
    if (!isSchema(inner) || inner.$ref === undefined) continue
    const [first] = pathOfRef(inner.$ref) ?? ['']
    if (first !== undefined && first !== '$defs' && first !== 'definitions') return undefined
  }
  const { $defs, definitions, $schema, ...rest } = schema
  const moved = (value: unknown) => (value === undefined ? value : refsMoved(value))
  return withoutUndefined({
    $schema,
    type: 'object',
    properties: { [wrapper]: refsMoved(rest) },
    required: [wrapper],
    additionalProperties: false,
    $defs: moved($defs),
    definitions: moved(definitions),
  })
}

function refsMoved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(refsMoved)
  if (!isSchema(value)) return value
  const entries = Object.entries(value).map(([keyword, inner]) => [
    keyword,
    keyword === '$ref' && inner === '#' ? `#/properties/${wrapper}` : refsMoved(inner),
  ])
  return Object.fromEntries(entries)
}

function withoutUndefined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined))
}
