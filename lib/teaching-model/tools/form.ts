import type { Bound } from './bind.ts'
import { objectOf, type Schema } from './definitions.ts'
import type { PlannedCall } from './plan.ts'
import { keeps, kindOf, membersOf, withoutNull } from './schemas.ts'

/**
 * A part of the arguments' JSON text: a stretch that is given, one of several stretches, or the inside
 * of a string, in any words.
 */
export type Part =
  | { kind: 'given'; text: string }
  | { kind: 'one-of'; texts: readonly string[]; likely: readonly string[] }
  | { kind: 'words'; likely: readonly string[]; most: number }

/** The most tokens of a string for which the conversation offers nothing. */
const usualWords = 24
const deepest = 8

/**
 * The arguments of a call as a form to be filled in: the keys that the schema requires and those for
 * which the conversation offers a value, in the order of the schema, without white space.
 */
export function formOf({ tool, values }: PlannedCall): Part[] {
  return merged(objectParts(tool.parameters, values, { root: tool.parameters, depth: 0 }))
}

interface Place {
  root: Schema
  depth: number
}

const given = (text: string): Part => ({ kind: 'given', text })

function objectParts(schema: Schema, values: ReadonlyMap<string, Bound>, place: Place): Part[] {
  const properties = Object.entries(objectOf(schema.properties))
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
  const wanted = properties.filter(([key]) => required.includes(key) || values.has(key))
  const fields = wanted.flatMap(([key, value], index) => [
    given(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`),
    ...valueParts(objectOf(value), values.get(key), place),
  ])
  return [given('{'), ...fields, given('}')]
}

function valueParts(sent: Schema, value: Bound | undefined, { root, depth }: Place): Part[] {
  const schema = resolved(sent, root)
  const place = { root, depth: depth + 1 }
  if (depth > deepest) return [given('null')]
  const kind = kindOf(schema)
  if (kind === 'array') return arrayParts(schema, value, place)
  if (kind === 'object') return objectParts(schema, new Map(), place)
  if (kind === 'string') return [given('"'), stringPart(schema, value), given('"')]
  const likely = value === undefined || Array.isArray(value) ? [] : [JSON.stringify(value)]
  const texts = textsOf(schema, kind)
  return [{ kind: 'one-of', texts: [...new Set([...texts, ...likely])], likely }]
}

function arrayParts(schema: Schema, value: Bound | undefined, place: Place): Part[] {
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  const found = Array.isArray(value) ? value : []
  const items = Array.from({ length: Math.max(least, found.length) }, (_, index) => found[index])
  const parts = items.flatMap((item, index) => [
    ...(index > 0 ? [given(',')] : []),
    ...valueParts(objectOf(schema.items), item, place),
  ])
  return [given('['), ...parts, given(']')]
}

/**
 * Where a schema narrows its strings down, only what the conversation offers is sure to keep it; and
 * what needs escapes is said as it is or not at all.
 */
function stringPart(schema: Schema, value: Bound | undefined): Part {
  const narrow = ['pattern', 'format', 'minLength', 'maxLength'].some((one) => one in schema)
  const likely = typeof value === 'string' ? [inside(value)] : []
  if (likely.some((text) => narrow || text.includes('\\')))
    return { kind: 'one-of', texts: likely, likely }
  return { kind: 'words', likely, most: usualWords }
}

/** A string's JSON text without the quotation marks. */
function inside(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

function textsOf(schema: Schema, kind: string): string[] {
  if (kind === 'enum') return membersOf(schema).map((member) => JSON.stringify(member))
  if (kind === 'boolean') return ['true', 'false']
  if (kind !== 'number') return ['null']
  const numbers = Array.from({ length: 100 }, (_, index) => index).filter((one) =>
    keeps(schema, one),
  )
  const bounds = [schema.minimum, schema.maximum].filter((one) => typeof one === 'number')
  return (numbers.length > 0 ? numbers : bounds).map(String)
}

function resolved(schema: Schema, root: Schema): Schema {
  const name =
    typeof schema.$ref === 'string' ? /^#\/(\$defs|definitions)\/(.+)$/.exec(schema.$ref) : null
  const target = name ? objectOf(objectOf(root[name[1] ?? ''])[name[2] ?? '']) : schema
  const plain = withoutNull(target)
  const branches: unknown = plain.anyOf ?? plain.oneOf
  const first = Array.isArray(branches)
    ? branches.map(objectOf).find((one) => one.type !== 'null')
    : undefined
  return first ? withoutNull(first) : plain
}

/** Neighbouring given parts as one. */
function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last?.kind === 'given' && part.kind === 'given') last.text += part.text
    else result.push({ ...part })
  }
  return result
}
