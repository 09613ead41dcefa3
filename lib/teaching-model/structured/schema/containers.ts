import { limits } from '../limits.ts'
import {
  addNode,
  countOf,
  isObject,
  notesOf,
  refuse,
  type Context,
  type JsonObject,
  type Place,
} from './context.ts'
import type { Property, NodeId } from '../node.ts'

/** The objects that a schema allows; none where a required property cannot be there. */
export function readObject(context: Context, schema: JsonObject, place: Place): NodeId[] {
  const { properties = {}, required = [], additionalProperties: others = true } = schema
  if (!isObject(properties))
    refuse(context, `${place.path}.properties`, 'write an object of schemas.')
  if (!isNames(required))
    refuse(context, `${place.path}.required`, 'write a list of property names.')
  if (context.problem || !isObject(properties) || !isNames(required)) return []
  const inside = { depth: place.depth + 1 }
  const otherPlace = { ...inside, path: `${place.path}.additionalProperties` }
  const fields: Property[] = Object.entries(properties).map(([name, value]) => ({
    name,
    value: context.read(context, value, { ...inside, path: `${place.path}.properties.${name}` }),
    required: required.includes(name),
  }))
  const declared = new Set(Object.keys(properties))
  const undeclared = [...new Set(required)].filter((name) => !declared.has(name))
  const closed = others === false
  if (undeclared.length > 0 && closed) return []
  // Read even where it is not written, so that what is not supported is told.
  const other = closed ? undefined : context.read(context, others, otherPlace)
  for (const name of undeclared) {
    fields.push({ name, value: other ?? context.read(context, true, otherPlace), required: true })
  }
  for (const { name } of fields) context.literalBytes += name.length * 3 + 8
  const rest = fields.length === 0 ? other : undefined
  return [addNode(context, { kind: 'object', fields, rest, closed, notes: notesOf(schema) })]
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** The arrays that a schema allows; none where the counts contradict one another. */
export function readArray(context: Context, schema: JsonObject, place: Place): NodeId[] {
  const { prefixItems = [], items = true } = schema
  const least = countOf(context, schema, 'minItems', place.path) ?? 0
  const most = countOf(context, schema, 'maxItems', place.path) ?? Infinity
  if (least > limits.items) {
    refuse(context, `${place.path}.minItems`, `at most ${limits.items} items can be demanded.`)
  }
  if (!Array.isArray(prefixItems))
    refuse(context, `${place.path}.prefixItems`, 'write a list of schemas.')
  if (context.problem || !Array.isArray(prefixItems)) return []
  const inside = { depth: place.depth + 1 }
  const prefix = prefixItems.map((one: unknown, index) =>
    context.read(context, one, { ...inside, path: `${place.path}.prefixItems[${index}]` }),
  )
  const rest =
    items === false
      ? undefined
      : context.read(context, items, { ...inside, path: `${place.path}.items` })
  const bounded = most === Infinity ? most : Math.min(most, Math.max(limits.items, least))
  const node = { prefix, items: rest, least, most: bounded, notes: notesOf(schema) }
  return least > most ? [] : [addNode(context, { kind: 'array', ...node })]
}
