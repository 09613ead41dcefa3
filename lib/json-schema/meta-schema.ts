import type { SchemaObject } from './schema.ts'

const schema = { $ref: '#' }
const schemas = { type: 'array', minItems: 1, items: schema }
const named = { type: 'object', additionalProperties: schema }
const count = { type: 'integer', minimum: 0 }
const words = { type: 'array', items: { type: 'string' } }
const outcomes = [
  ['then', 'What holds where “if” fits.'],
  ['else', 'What holds where “if” does not fit.'],
]
const typeName = {
  type: 'string',
  enum: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'],
}

/**
 * The schema of JSON Schemas, as far as models are told them: the keywords with what each does, the
 * common ones first. It is looser than the official ones, so that schemas of any draft pass.
 */
export const metaSchema: SchemaObject = {
  title: 'JSON Schema',
  type: ['object', 'boolean'],
  properties: {
    type: {
      description:
        'What kind of value it is: string, number, integer, boolean, array, object or null. A list allows several kinds.',
      anyOf: [typeName, { type: 'array', minItems: 1, items: typeName }],
    },
    description: {
      type: 'string',
      description: 'What the value means. Models read it, so it is the best place to guide them.',
    },
    properties: {
      ...named,
      description: 'The keys of an object, each with the schema of its value.',
    },
    required: {
      ...words,
      description: 'The keys that must be there. Strict mode of OpenAI wants every key here.',
    },
    enum: {
      type: 'array',
      description: 'The only values that are allowed.',
    },
    items: {
      description: 'The schema of every entry of a list.',
      anyOf: [schema, { type: 'array', items: schema }],
    },
    additionalProperties: {
      ...schema,
      description:
        'The schema of keys that “properties” does not name; false allows none. Strict mode of OpenAI wants false.',
    },
    anyOf: { ...schemas, description: 'The value fits at least one of these schemas.' },
    $ref: {
      type: 'string',
      description: 'Uses another schema in place of this one, such as "#/$defs/address".',
    },
    $defs: { ...named, description: 'Schemas to be used by “$ref”, each under its name.' },
    title: { type: 'string', description: 'A short name for people.' },
    const: { description: 'The only value that is allowed.' },
    default: { description: 'What stands when the value is left out. Nothing is filled in.' },
    examples: { type: 'array', description: 'Values that fit.' },
    minimum: { type: 'number', description: 'The lowest number allowed.' },
    maximum: { type: 'number', description: 'The highest number allowed.' },
    exclusiveMinimum: {
      type: ['number', 'boolean'],
      description: 'Numbers must be above this.',
    },
    exclusiveMaximum: {
      type: ['number', 'boolean'],
      description: 'Numbers must be below this.',
    },
    multipleOf: {
      type: 'number',
      exclusiveMinimum: 0,
      description: 'Numbers must be a multiple of this, such as 0.01 for cents.',
    },
    minLength: { ...count, description: 'The fewest characters of a text.' },
    maxLength: { ...count, description: 'The most characters of a text.' },
    pattern: {
      type: 'string',
      format: 'regex',
      description:
        'A regular expression that a text must match somewhere; ^ and $ tie it to the ends.',
    },
    format: {
      type: 'string',
      examples: ['date', 'time', 'date-time', 'duration', 'email', 'uri', 'uuid', 'ipv4', 'ipv6'],
      description: 'A well-known form of text, such as date, date-time, email or uuid.',
    },
    minItems: { ...count, description: 'The fewest entries of a list.' },
    maxItems: { ...count, description: 'The most entries of a list.' },
    uniqueItems: { type: 'boolean', description: 'Whether no entry of a list may come twice.' },
    prefixItems: {
      ...schemas,
      description: 'The schemas of the first entries of a list, by place.',
    },
    contains: { ...schema, description: 'At least one entry of a list fits this schema.' },
    minProperties: { ...count, description: 'The fewest keys of an object.' },
    maxProperties: { ...count, description: 'The most keys of an object.' },
    patternProperties: {
      ...named,
      propertyNames: { format: 'regex' },
      description: 'Schemas for keys that match a regular expression.',
    },
    propertyNames: { ...schema, description: 'The schema that every key must fit, as a text.' },
    dependentRequired: {
      type: 'object',
      additionalProperties: words,
      description: 'Keys that must be there when another one is.',
    },
    oneOf: { ...schemas, description: 'The value fits exactly one of these schemas.' },
    allOf: { ...schemas, description: 'The value fits all of these schemas.' },
    not: { ...schema, description: 'The value must not fit this schema.' },
    if: { ...schema, description: 'A condition: “then” holds where it fits, else “else”.' },
    ...Object.fromEntries(outcomes.map(([key, description]) => [key, { ...schema, description }])),
    definitions: { ...named, description: 'The older name of “$defs”.' },
    $schema: {
      type: 'string',
      examples: [
        'https://json-schema.org/draft/2020-12/schema',
        'http://json-schema.org/draft-07/schema#',
      ],
      description: 'The draft of JSON Schema that this is written in.',
    },
    $id: { type: 'string', description: 'The address that stands for this schema.' },
    $comment: { type: 'string', description: 'A note that is no part of the schema.' },
  },
}
