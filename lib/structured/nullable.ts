import { isSchema, type JsonSchema } from './schema-node.ts'

/**
 * The schema with null allowed beside what it allows already: as a type of its own, as a listed value,
 * or as one more member of a union. One that allows it stays as it is.
 */
export function nullable(schema: unknown): unknown {
  if (!isSchema(schema) || allowsNull(schema)) return schema
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] }
  if ('const' in schema) {
    const { const: only, ...rest } = schema
    return { ...withNullType(rest), enum: [only, null] }
  }
  const typed = withNullType(schema)
  if (Array.isArray(schema.enum)) return { ...typed, enum: [...schema.enum, null] }
  return typed === schema ? unionWithNull(schema) : typed
}

/** A value may be null where nothing that is written here forbids it. */
function allowsNull(schema: JsonSchema): boolean {
  const { type, enum: listed, anyOf } = schema
  if ('const' in schema && schema.const !== null) return false
  if (Array.isArray(listed) && !listed.includes(null)) return false
  if (type !== undefined && !typesOf(type).includes('null')) return false
  if (Array.isArray(anyOf)) return anyOf.some((one) => isSchema(one) && allowsNull(one))
  return type !== undefined || Array.isArray(listed) || 'const' in schema
}

function withNullType(schema: JsonSchema): JsonSchema {
  if (schema.type === undefined || typesOf(schema.type).includes('null')) return schema
  return { ...schema, type: [...typesOf(schema.type), 'null'] }
}

/** A union of the schema and null; what explains the schema explains the union. */
function unionWithNull(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [rest, { type: 'null' }],
  }
}

/** The types that `type` names, whether it is one or a list. */
export function typesOf(type: unknown): unknown[] {
  if (Array.isArray(type)) return type
  return type === undefined ? [] : [type]
}
