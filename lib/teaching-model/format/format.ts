import type { ValueOf } from '#lib/parameters/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { anyObject, compileSchema, type Grammar } from '../structured/compile.ts'
import { createMatcher } from '../structured/matcher.ts'
import { objectOf, type Schema } from '../tools/definitions.ts'

/** The form that a reply must keep. */
export interface Format {
  /** Its JSON Schema; without keywords where any object will do. */
  schema: Schema
  grammar: Grammar
}

const place = 'response_format'

/**
 * Reads `response_format`: nothing for free text. A schema that the constrained decoder cannot keep is a
 * failure of status 400 that names the keyword and its place. `strict` changes nothing, as every schema
 * is kept to strictly.
 */
export function readFormat(
  format: ValueOf<'response_format'> | undefined,
): Result<Format | undefined> {
  if (format?.type === 'json_object') return ok({ schema: {}, grammar: anyObject() })
  if (format?.type !== 'json_schema') return ok(undefined)
  const schema = objectOf(objectOf(format.json_schema).schema)
  if (Object.keys(schema).length === 0) return ok({ schema, grammar: anyObject() })
  const compiled = compileSchema(schema, { path: `${place}.json_schema.schema` })
  return compiled.ok
    ? ok({ schema, grammar: compiled.value })
    : fail({ ...compiled.error, param: place })
}

/** Whether some bytes are the beginning of a document, or a whole one. */
export function begins({ grammar }: Format, bytes: Iterable<number>): boolean {
  const matcher = createMatcher(grammar)
  let state = matcher.start
  for (const byte of bytes) {
    const next = matcher.advance(state, byte)
    if (!next) return false
    state = next
  }
  return true
}
