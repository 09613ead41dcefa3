/** The types of JSON Schema. */
export const types = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'] as const

/** A type of JSON Schema. */
export type Type = (typeof types)[number]

/** Keywords that say nothing about which values are valid, or hold schemas for `$ref`. */
export const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$schema',
  '$id',
  '$comment',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$defs',
  'definitions',
])

const numeric: Type[] = ['number', 'integer']

/** The keywords that bear on values of certain types. */
export const typed: ReadonlyMap<string, readonly Type[]> = new Map([
  ['properties', ['object']],
  ['required', ['object']],
  ['additionalProperties', ['object']],
  ['items', ['array']],
  ['prefixItems', ['array']],
  ['minItems', ['array']],
  ['maxItems', ['array']],
  ['minLength', ['string']],
  ['maxLength', ['string']],
  ['pattern', ['string']],
  ['format', ['string']],
  ['minimum', numeric],
  ['maximum', numeric],
  ['exclusiveMinimum', numeric],
  ['exclusiveMaximum', numeric],
  ['multipleOf', numeric],
])

/** Keywords that hold a schema's place in another; beside them only `type` and annotations may stand. */
export const combining = ['$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'] as const
