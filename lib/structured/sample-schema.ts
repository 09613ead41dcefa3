import { isSchema, type JsonSchema } from './schema-node.ts'

/** How much a sample is taken to say. */
export interface SampleReading {
  /** Whether the entries of an outermost list are samples of one value, and not the value itself. */
  several?: boolean
  /** Whether texts that were seen twice or more, with few different values, become enums. */
  enums?: boolean
}

/** An enum has at most so many different texts. */
const mostMembers = 12

/**
 * A JSON Schema that a sample fits: types with whole numbers apart, properties in the order in which
 * they were seen, required where each object has them, and the entries of a list as one schema. Types
 * that differ become a union. Nothing is closed: what a sample lacks is not forbidden.
 */
export function schemaOfSample(sample: unknown, reading: SampleReading = {}): JsonSchema {
  const several = reading.several === true && Array.isArray(sample)
  return schemaOf(several ? sample : [sample], reading.enums === true)
}

/** The schema of all values that were seen at one place. */
function schemaOf(values: readonly unknown[], enums: boolean): JsonSchema {
  const lists = values.filter((value) => Array.isArray(value))
  const objects = values.filter(isSchema)
  const branches = [
    ...(objects.length > 0 ? [objectSchema(objects, enums)] : []),
    ...(lists.length > 0 ? [listSchema(lists, enums)] : []),
  ]
  const plain = plainTypes(values)
  const [only, ...more] = branches
  if (!only) return plainSchema(values, plain, enums)
  if (more.length === 0 && plain.length === 0) return only
  if (more.length === 0 && plain.length === 1 && plain[0] === 'null') {
    return { ...only, type: [only.type, 'null'] }
  }
  return { anyOf: [...branches, ...plain.map((type) => ({ type }))] }
}

function objectSchema(objects: readonly JsonSchema[], enums: boolean): JsonSchema {
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))]
  const holding = (name: string) => objects.filter((one) => Object.hasOwn(one, name))
  const properties = names.map((name) => [
    name,
    schemaOf(
      holding(name).map((one) => one[name]),
      enums,
    ),
  ])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: names.filter((name) => holding(name).length === objects.length),
  }
}

function listSchema(lists: readonly unknown[][], enums: boolean): JsonSchema {
  const items = lists.flat()
  return { type: 'array', ...(items.length > 0 ? { items: schemaOf(items, enums) } : {}) }
}

/** The types of the values that are no lists or objects, in the order in which JSON Schema names them. */
function plainTypes(values: readonly unknown[]): string[] {
  const numbers = values.filter((value) => typeof value === 'number')
  const number = numbers.every((value) => Number.isInteger(value)) ? 'integer' : 'number'
  return [
    ...(values.some((value) => typeof value === 'string') ? ['string'] : []),
    ...(numbers.length > 0 ? [number] : []),
    ...(values.some((value) => typeof value === 'boolean') ? ['boolean'] : []),
    ...(values.includes(null) ? ['null'] : []),
  ]
}

function plainSchema(
  values: readonly unknown[],
  types: readonly string[],
  enums: boolean,
): JsonSchema {
  if (types.length === 0) return {}
  const type = types.length === 1 ? types[0] : types
  const texts = values.filter((value) => typeof value === 'string')
  const members = [...new Set(texts)]
  const isEnum = enums && texts.length > members.length && members.length <= mostMembers
  if (!isEnum || types.some((one) => one !== 'string' && one !== 'null')) return { type }
  return { type, enum: types.includes('null') ? [...members, null] : members }
}
