import { dereference, validate, type Schema, type SchemaDraft } from '@cfworker/json-schema'
import { metaSchema } from '#lib/json-schema/meta-schema.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { faultsOf } from './faults.ts'
import type { Question, SchemaFault } from './messages.ts'

type Lookup = Record<string, Schema | boolean>

/** Checks a value in this thread, for as long as it takes; see `checkAgainst` for what it gives. */
export function checkValue({ schema, value, partial }: Question): Result<SchemaFault[]> {
  const unfit = schemaFault(schema)
  if (unfit) return fail(unusable(unfit))
  try {
    return ok(faults(schema, value, partial))
  } catch (error) {
    return fail(unusable(reasonOf(error)))
  }
}

/** The first thing that is wrong in a schema by the schema of schemas, as a clause. */
function schemaFault(schema: unknown): string | undefined {
  try {
    const [first] = faults(metaSchema, schema, false)
    if (!first) return undefined
    const where = first.path.slice(0, -1).join('.')
    return `${where === '' ? '' : `in ${where}, `}${first.message}`
  } catch (error) {
    return reasonOf(error)
  }
}

function faults(schema: unknown, value: unknown, partial: boolean): SchemaFault[] {
  // The library marks what it has seen in the schema, so it gets a copy of its own.
  const own = structuredClone(schema) as Schema | boolean
  const lookup: Lookup = dereference(own)
  const { errors } = validate(value, own, draftOf(own), lookup, false)
  return faultsOf({ errors, schema: own, lookup, value, partial })
}

function draftOf(schema: Schema | boolean): SchemaDraft {
  const named = typeof schema === 'object' ? String(schema.$schema ?? '') : ''
  if (named.includes('draft-04')) return '4'
  if (named.includes('draft-06') || named.includes('draft-07')) return '7'
  return named.includes('2019-09') ? '2019-09' : '2020-12'
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'its references lead in a circle.'
  const message = error instanceof Error ? error.message : String(error)
  const reference = /^Unresolved \$ref "(.*?)"\./.exec(message)?.[1]
  if (reference !== undefined) return `nothing stands at the $ref “${reference}”.`
  if (error instanceof SyntaxError) return 'a “pattern” is no regular expression.'
  return message.startsWith('Duplicate schema URI') ? 'two parts have the same “$id”.' : message
}

function unusable(reason: string): Failure {
  return { kind: 'invalid', message: `The schema itself cannot be used: ${reason}` }
}
