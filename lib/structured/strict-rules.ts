/**
 * What OpenAI's strict mode takes of JSON Schema, as data. Where a rule comes from:
 * - guide: “Structured model outputs”, section “Supported schemas”
 *   (developers.openai.com/api/docs/guides/structured-outputs), read in 2026.
 * - SDK: what `openai`'s own helpers rewrite before they send a schema.
 * - API: what the API answers when it refuses a schema (“… is not permitted”).
 */
export type StrictRule =
  /** Guide: “Root objects must not be anyOf and must be an object”. */
  | 'root'
  /** Guide: “additionalProperties: false must always be set in objects”. */
  | 'closed'
  /** Guide: “All fields must be required”; an optional one is emulated “by using a union type with null”. */
  | 'required'
  /** API: “Extra required key … supplied”. */
  | 'unknown-required'
  /** Guide, “Supported types”; API: “schema must have a 'type' key”. */
  | 'type'
  /** Guide, “Supported properties” and “Some type-specific keywords are not yet supported”. */
  | 'keyword'
  /** Guide, “Supported string properties”: the list of formats. */
  | 'format'
  /** SDK and API: “$ref cannot have keywords …”. */
  | 'ref'
  /** Guide, “Limitations on object nesting depth and size”, “… on total string size”, “… on enum size”. */
  | 'limit'

/** Guide: the types of a value. `null` stands in unions. */
export const strictTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

/** Guide: what each type may be bound by. `minLength` and `maxLength` are not on the list. */
const byType = {
  string: ['pattern', 'format'],
  number: ['multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required', 'additionalProperties'],
}

/** Guide, “anyOf”, “Definitions are supported”, “Recursive schemas are supported”; and what explains only. */
const always =
  'type enum const anyOf $ref $defs definitions title description $schema $id $comment'.split(' ')

/** Every keyword that strict mode takes. */
export const strictKeywords: ReadonlySet<string> = new Set([
  ...always,
  ...Object.values(byType).flat(),
])

/** Guide: the formats of a text. */
export const strictFormats: ReadonlySet<string> = new Set(
  'date-time time date duration email hostname ipv4 ipv6 uuid'.split(' '),
)

/** Guide: how large a schema may be. */
export const strictLimits = {
  /** Properties of all objects together. */
  properties: 5000,
  /** Objects within objects, the outermost counted. */
  levels: 10,
  /** UTF-16 units of all names of properties and definitions, and of all listed values. */
  characters: 120_000,
  /** Listed values of all enums together. */
  enumValues: 1000,
  /** An enum of texts with more values than this … */
  longEnum: 250,
  /** … has at most so many UTF-16 units in them. */
  longEnumCharacters: 15_000,
}
