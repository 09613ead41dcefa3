import type * as z from 'zod'
import type { Parameter } from './descriptor.ts'

/** The limits of a number, read back from its schema; `exclusive` ends are not allowed themselves. */
export interface Bounds {
  min?: number
  max?: number
  exclusiveMin: boolean
  integer: boolean
}

interface NumberSchema {
  type?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  enum?: unknown[]
  anyOf?: NumberSchema[]
}

const cache = new WeakMap<z.ZodType, NumberSchema>()

function jsonSchemaOf(schema: z.ZodType): NumberSchema {
  const known = cache.get(schema)
  if (known) return known
  // Only the keywords named above are read.
  const made = schema.toJSONSchema({ unrepresentable: 'any' }) as NumberSchema
  cache.set(schema, made)
  return made
}

/** The bounds of a numeric parameter. */
export function boundsOf(parameter: Parameter): Bounds {
  const { type, minimum, maximum, exclusiveMinimum } = jsonSchemaOf(parameter.schema)
  const min = finite(minimum ?? exclusiveMinimum)
  const max = finite(maximum)
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    exclusiveMin: minimum === undefined && exclusiveMinimum !== undefined,
    integer: type === 'integer',
  }
}

/** Bounds at the end of what a double can hold exactly say nothing that a person chose. */
function finite(bound: number | undefined): number | undefined {
  return bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound
}

/** The words that a parameter can be set to, in the schema's order; empty where it takes none. */
export function optionsOf(parameter: Parameter): string[] {
  const schema = jsonSchemaOf(parameter.schema)
  const words = schema.enum ?? schema.anyOf?.find((one) => one.enum)?.enum ?? []
  return words.filter((word): word is string => typeof word === 'string')
}
