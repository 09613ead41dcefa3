import { limits } from '../limits.ts'
import {
  addNode,
  isObject,
  notesOf,
  refuse,
  type Context,
  type JsonObject,
  type Place,
} from './context.ts'
import { annotations, combining, typed, types, type Type } from './keywords.ts'
import { readCombined, readLiterals } from './combined.ts'
import { readArray, readObject } from './containers.ts'
import { readNumber, readString } from './scalars.ts'
import type { NodeId } from '../node.ts'

/** Reads one schema as a node. What it cannot read it notes as the context's problem. */
export function readSchema(context: Context, schema: unknown, place: Place): NodeId {
  if (context.problem) return 0
  if (place.depth > limits.depth) {
    refuse(
      context,
      place.path,
      `more than ${limits.depth} schemas in one another are not supported.`,
    )
  }
  if (schema === true) return place.only ? readTyped(context, {}, place) : anything(context)
  if (schema === false) return addNode(context, { kind: 'choice', options: [], notes: {} })
  if (!isObject(schema)) {
    refuse(context, place.path, 'write a schema: an object, true or false.')
    return 0
  }
  const unknown = Object.keys(schema).find((key) => !isKnown(key))
  if (unknown !== undefined) {
    refuse(context, place.path, `the keyword “${unknown}” is not supported by the teaching model.`)
    return 0
  }
  const [first, second] = combining.filter((key) => schema[key] !== undefined)
  if (first === undefined) return readTyped(context, schema, place)
  if (first === 'enum' && second === 'const')
    refuse(context, place.path, '“enum” beside “const” is not supported.')
  const beside = second ?? Object.keys(schema).find((key) => typed.has(key))
  if (beside !== undefined) {
    refuse(context, place.path, `“${beside}” beside “${first}” is not supported.`)
    return 0
  }
  const narrowed = { ...place, only: allowedTypes(context, schema, place) }
  if (first === 'enum' || first === 'const') return readLiterals(context, schema, narrowed)
  return readCombined(context, schema, first, narrowed)
}

function isKnown(key: string): boolean {
  return (
    key === 'type' || annotations.has(key) || typed.has(key) || combining.some((one) => one === key)
  )
}

/** The node for any JSON value; there is one in a grammar. */
function anything(context: Context): NodeId {
  context.anything ??= readTyped(context, {}, { path: '', depth: 0 }, true)
  return context.anything
}

/** The types that `type` names and that the surroundings leave; undefined for all. */
function allowedTypes(context: Context, schema: JsonObject, { path, only }: Place) {
  const named = schema.type
  if (named === undefined) return only
  const list = Array.isArray(named) ? named : [named]
  const known = types.filter((type) => list.includes(type))
  const stranger: unknown = list.find((one) => !types.some((type) => type === one))
  if (stranger !== undefined) {
    refuse(context, `${path}.type`, `there is no type ${JSON.stringify(stranger)}.`)
  }
  return known.filter((type) => !only || fits(type, only))
}

function fits(type: Type, only: readonly Type[]): boolean {
  return only.includes(type) || (type === 'integer' && only.includes('number'))
}

/** Without `type`, the keywords tell which types are meant; without those, any. */
function impliedTypes(schema: JsonObject): readonly Type[] | undefined {
  const implied = Object.keys(schema).flatMap((key) => typed.get(key) ?? [])
  return implied.length === 0 ? undefined : types.filter((type) => implied.includes(type))
}

function readTyped(context: Context, schema: JsonObject, place: Place, isAny = false): NodeId {
  const own = allowedTypes(context, schema, place)
  const implied = schema.type === undefined ? impliedTypes(schema) : undefined
  const wanted = implied && own ? own.filter((type) => fits(type, implied)) : (own ?? implied)
  if (wanted === undefined && !isAny && Object.keys(notesOf(schema)).length === 0)
    return anything(context)
  const list = wanted ?? types
  const useful = list.filter((type) => type !== 'integer' || !list.includes('number'))
  const options: NodeId[] = []
  const notes = notesOf(schema)
  const node = addNode(context, { kind: 'choice', options, notes })
  // Set first, since the contents of anything are anything.
  if (isAny) context.anything = node
  for (const type of useful) options.push(...readType(context, schema, type, place))
  return node
}

function readType(context: Context, schema: JsonObject, type: Type, place: Place): NodeId[] {
  const notes = notesOf(schema)
  if (type === 'null') return [addNode(context, { kind: 'literal', texts: ['null'], notes })]
  if (type === 'boolean')
    return [addNode(context, { kind: 'literal', texts: ['true', 'false'], notes })]
  if (type === 'object') return readObject(context, schema, place)
  if (type === 'array') return readArray(context, schema, place)
  const leaf =
    type === 'string'
      ? readString(context, schema, place.path)
      : readNumber(context, schema, place.path, type === 'integer')
  return leaf ? [addNode(context, { kind: 'leaf', leaf, notes })] : []
}
