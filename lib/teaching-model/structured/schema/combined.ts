import { areDisjoint } from './disjoint.ts'
import {
  addNode,
  isObject,
  notesOf,
  refuse,
  type Context,
  type JsonObject,
  type Place,
} from './context.ts'
import { canonical, type NodeId } from '../node.ts'
import type { Type } from './keywords.ts'

/** Reads `enum` or `const`: the values that are listed and have an allowed type. */
export function readLiterals(context: Context, schema: JsonObject, { path, only }: Place): NodeId {
  const values = schema.enum ?? [schema.const]
  if (!Array.isArray(values)) {
    refuse(context, `${path}.enum`, 'write a list of values.')
    return 0
  }
  const fitting = values.filter(
    (value: unknown) => !only || only.some((type) => isOfType(value, type)),
  )
  const texts = [...new Set(fitting.map(canonical))]
  context.literalBytes += texts.reduce((sum, text) => sum + text.length * 3, 0)
  return addNode(context, { kind: 'literal', texts, notes: notesOf(schema) })
}

function isOfType(value: unknown, type: Type): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

/** Reads a schema that stands for others: `$ref`, `anyOf`, `oneOf` or `allOf`. */
export function readCombined(
  context: Context,
  schema: JsonObject,
  keyword: '$ref' | 'anyOf' | 'oneOf' | 'allOf',
  place: Place,
): NodeId {
  const path = `${place.path}.${keyword}`
  const value = schema[keyword]
  const notes = notesOf(schema)
  if (keyword === '$ref') {
    const options = [readReference(context, value, { ...place, path })]
    return addNode(context, { kind: 'choice', options, notes })
  }
  if (!Array.isArray(value) || value.length === 0) {
    refuse(context, path, 'write a list of schemas.')
    return 0
  }
  if (keyword === 'allOf' && value.length > 1) {
    refuse(context, path, 'more than one schema in “allOf” is not supported.')
  }
  const options = value.map((one: unknown, index) =>
    context.read(context, one, { ...place, path: `${path}[${index}]`, depth: place.depth + 1 }),
  )
  if (keyword === 'oneOf') context.exclusive.push({ path, options })
  return addNode(context, { kind: 'choice', options, notes })
}

/** Refuses each `oneOf` of which two schemas may both hold; to be asked once everything is read. */
export function checkExclusive(context: Context): void {
  const { nodes, exclusive } = context
  for (const { path, options } of exclusive) {
    const apart = options.every((a, index) =>
      options.slice(index + 1).every((b) => areDisjoint(nodes, a, b, context.budget)),
    )
    const message = 'supported only where its schemas plainly exclude one another; use “anyOf”.'
    if (!apart) refuse(context, path, message)
  }
}

function readReference(context: Context, value: unknown, place: Place): NodeId {
  const target = typeof value === 'string' ? resolve(context.root, value) : undefined
  if (target === undefined || typeof value !== 'string') {
    const message = 'only “#” and names under “#/$defs/” or “#/definitions/” can be referred to.'
    refuse(context, place.path, message)
    return 0
  }
  const key = `${value} ${place.only?.join() ?? ''}`
  const known = context.references.get(key)
  if (known !== undefined) return known
  const options: NodeId[] = []
  const node = addNode(context, { kind: 'choice', options, notes: {} })
  // Set first: inside, the schema may refer to itself.
  context.references.set(key, node)
  options.push(context.read(context, target, { ...place, depth: place.depth + 1 }))
  return node
}

function resolve(root: unknown, reference: string): unknown {
  if (reference === '#') return root
  if (!/^#\/(?:\$defs|definitions)\//.test(reference)) return undefined
  let found = root
  for (const part of reference.slice(2).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(found)) found = found[Number(name)]
    else found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  return found
}
