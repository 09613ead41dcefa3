import { isObject, type JsonObject } from './object.ts'

/** The types that can be drawn; `any` takes every value, `enum` one of a list. */
export const shapeTypes = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'enum',
  'any',
] as const
export type ShapeType = (typeof shapeTypes)[number]

/** What a schema says of a value, as far as it can be drawn. */
export interface Shape {
  type: ShapeType
  /** Whether null is a value too. */
  nullable: boolean
  /** The values of an `enum` without its null, in their order. */
  values: readonly (string | number)[]
  /** Keywords that are kept and not drawn, such as `minimum`. */
  kept: readonly string[]
}

/** With one of these a schema says more than a row can draw. */
const undrawn = [
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'const',
  'prefixItems',
  'dependentSchemas',
]

const drawn = new Set(['type', 'description', 'enum', 'properties', 'required', 'items'])

/** What a schema says, or nothing where it can only be written in JSON. */
export function shapeOf(schema: unknown): Shape | undefined {
  if (!isObject(schema) || undrawn.some((keyword) => Object.hasOwn(schema, keyword)))
    return undefined
  if (Object.hasOwn(schema, 'description') && typeof schema.description !== 'string')
    return undefined
  const types = typesOf(schema)
  const type = types && typeIn(schema, types)
  if (!types || type === undefined) return undefined
  const members = type === 'enum' ? listOf(schema.enum) : []
  return {
    type,
    nullable: type === 'enum' ? takesNull(types, members) : types.includes('null'),
    values: members.filter((one) => one !== null) as (string | number)[],
    kept: Object.keys(schema).filter(
      (key) => !drawn.has(key) && !(type === 'object' && isOthersTick(schema, key)),
    ),
  }
}

/** A choice takes null where it is one of the values, and of the types that are named. */
function takesNull(types: readonly string[], members: readonly unknown[]): boolean {
  return members.includes(null) && (types.length === 0 || types.includes('null'))
}

/** The text of `description`; empty where there is none. */
export function descriptionOf(schema: unknown): string {
  return isObject(schema) && typeof schema.description === 'string' ? schema.description : ''
}

/** `additionalProperties: false` is a tick of its own. */
function isOthersTick(schema: JsonObject, key: string): boolean {
  return key === 'additionalProperties' && schema[key] === false
}

/** The entries of `type`: none, one, or one and null; nothing where there are others. */
function typesOf({ type }: JsonObject): string[] | undefined {
  if (type === undefined) return []
  if (typeof type === 'string') return type === 'null' ? undefined : [type]
  if (!Array.isArray(type)) return undefined
  const others = type.filter((one) => one !== 'null')
  const isPair = type.length === 2 && others.length === 1 && typeof others[0] === 'string'
  return isPair ? (type as string[]) : undefined
}

function typeIn(schema: JsonObject, types: string[]): ShapeType | undefined {
  const type = types.find((one) => one !== 'null')
  if (Object.hasOwn(schema, 'enum')) return isDrawnEnum(schema, type) ? 'enum' : undefined
  if (!isSoundBelow(schema, type)) return undefined
  if (type === undefined) return 'any'
  return type === 'enum' || type === 'any' ? undefined : shapeTypes.find((one) => one === type)
}

/** Texts, or numbers, or both where no type is named; each once, and one null at most. */
function isDrawnEnum(schema: JsonObject, type: string | undefined): boolean {
  const { enum: members } = schema
  if (!Array.isArray(members) || new Set(members).size < members.length) return false
  if (type !== undefined && !['string', 'number', 'integer'].includes(type)) return false
  if (['properties', 'items'].some((key) => Object.hasOwn(schema, key))) return false
  return members.every((one) => {
    if (one === null) return true
    if (typeof one === 'number') return type !== 'string'
    return typeof one === 'string' && (type === undefined || type === 'string')
  })
}

/** Properties belong to objects, items to lists, and both have to be of their usual form. */
function isSoundBelow(schema: JsonObject, type: string | undefined): boolean {
  const isOdd = (key: string, owner: string, isUsual: boolean) =>
    Object.hasOwn(schema, key) && (type !== owner || !isUsual)
  return !(
    isOdd('properties', 'object', isObject(schema.properties)) ||
    isOdd('required', 'object', isListOfTexts(schema.required)) ||
    isOdd('items', 'array', isObject(schema.items))
  )
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/**
 * Whether the properties of a schema can be drawn as those of an object: it is one, or does not say
 * what it is. Other keywords beside them, such as `anyOf`, do not matter.
 */
export function isDrawnObject(schema: unknown): schema is JsonObject {
  if (!isObject(schema)) return false
  const { type, properties, required } = schema
  const isOne = type === undefined || [type].flat().includes('object')
  const isUsual = properties === undefined || isObject(properties)
  return isOne && isUsual && (required === undefined || isListOfTexts(required))
}

/** The keywords of such a schema that are kept and not drawn; its description is one of them. */
export function keptOfObject(schema: JsonObject): string[] {
  const shown = new Set(['type', 'properties', 'required'])
  return Object.keys(schema).filter((key) => !shown.has(key) && !isOthersTick(schema, key))
}
