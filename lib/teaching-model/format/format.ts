import type { ValueOf } from '#lib/parameters/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import type { Turn } from '../conversation/turns.ts'
import { compileSchema, type Grammar } from '../structured/compile.ts'
import { createMatcher } from '../structured/matcher.ts'
import { objectOf, type Schema } from '../tools/definitions.ts'
import { keysNamed, objectWith } from './named-keys.ts'

/** The form that a reply must keep. */
export interface Format {
  /** Its JSON Schema; without keywords where any object will do. */
  schema: Schema
  grammar: Grammar
}

const place = 'response_format'

/**
 * Reads `response_format`: nothing for free text. `json_object` asks for no particular object; the model
 * writes one with the properties that the messages name, or else with an answer. A schema that the constrained decoder cannot keep is a
 * failure of status 400 that names the keyword and its place. `strict` changes nothing, as every schema
 * is kept to strictly.
 */
export function readFormat(
  format: ValueOf<'response_format'> | undefined,
  messages: readonly Turn[],
): Result<Format | undefined> {
  if (format === undefined || format.type === 'text') return ok(undefined)
  const given = objectOf(objectOf(format.json_schema).schema)
  const isOpen = format.type === 'json_object' || Object.keys(given).length === 0
  const schema = isOpen ? objectWith(keysNamed(instructionsIn(messages))) : given
  const compiled = compileSchema(schema, { path: `${place}.json_schema.schema` })
  return compiled.ok
    ? ok({ schema, grammar: compiled.value })
    : fail({ ...compiled.error, param: place })
}

/** What the system messages and the last question say. */
function instructionsIn(messages: readonly Turn[]): string {
  const question = messages.findLast(({ speaker }) => speaker === 'user')
  return messages
    .filter((turn) => turn.speaker === 'system' || turn === question)
    .map(({ text }) => text)
    .join('\n')
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
