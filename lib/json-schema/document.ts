import type { Outline } from '#lib/json/outline.ts'
import type { JsonSchema, SchemaObject } from './schema.ts'

/**
 * A schema with what a person should know about it. Places in the value are named by keys with dots
 * between them, `[]` for any entry of a list, `*` for any key that has no name: `[].function.name`.
 */
export interface SchemaDocument {
  schema: SchemaObject
  /** What a value is for, by place; of one word that may stand there, by place, `=` and the word. */
  notes: Readonly<Record<string, string>>
  /** What stands at a place that the schema leaves open. */
  more: Readonly<Record<string, JsonSchema>>
  /** Other documents, by the place at which they begin. */
  inside: Readonly<Record<string, SchemaDocument>>
  /** What a value at a place begins as, where that is more than what it must have. */
  starts: Readonly<Record<string, unknown>>
  /** Words for the place that the text itself holds; `outer` are the values around, the first the top. */
  words?(place: string, outer: readonly Outline[]): string[]
}

/** A document with nothing but a schema. */
export function documentOf(
  schema: SchemaObject,
  rest: Partial<SchemaDocument> = {},
): SchemaDocument {
  return { schema, notes: {}, more: {}, inside: {}, starts: {}, ...rest }
}
