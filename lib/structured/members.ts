import { typesOf } from './nullable.ts'
import { isSchema, pathOfRef, valueAt, type JsonSchema } from './schema-node.ts'

/** How many references and unions are followed on the way to one value. */
const mostSteps = 200

/**
 * The values that a schema allows at a path of a document, where it lists them all: by `enum` or
 * `const`, as true and false, as null, and in unions of these. Undefined where it leaves other values
 * open, or says nothing about the path.
 */
export function membersAt(
  schema: unknown,
  path: readonly (string | number)[],
): unknown[] | undefined {
  const search = new Search(schema)
  let nodes = search.branches(schema)
  for (const step of path) nodes = nodes.flatMap((node) => search.branches(...inside(node, step)))
  if (nodes.length === 0) return undefined
  const found = nodes.map(membersOf)
  const members = found.flatMap((one) => one ?? [])
  return found.every((one) => one !== undefined) ? distinct(members) : undefined
}

/** Follows references and unions, each schema once per step of a path. */
class Search {
  readonly #root: unknown
  #left = mostSteps

  constructor(root: unknown) {
    this.#root = root
  }

  /** The schemas of which one holds: what references lead to, and the members of unions. */
  branches(...schemas: unknown[]): JsonSchema[] {
    return schemas.filter(isSchema).flatMap((schema) => this.#branchesOf(schema))
  }

  #branchesOf(schema: JsonSchema): JsonSchema[] {
    if (this.#left <= 0) return [schema]
    this.#left -= 1
    const target = pathOfRef(schema.$ref)
    if (schema.$ref !== undefined) return target ? this.branches(valueAt(this.#root, target)) : []
    const union = schema.anyOf ?? schema.oneOf
    const isListed = schema.enum !== undefined || 'const' in schema
    return Array.isArray(union) && !isListed ? this.branches(...union) : [schema]
  }
}

/** The schemas of a property or an item. */
function inside(schema: JsonSchema, step: string | number): unknown[] {
  if (typeof step === 'string') {
    const { properties } = schema
    return isSchema(properties) && Object.hasOwn(properties, step) ? [properties[step]] : []
  }
  const first: unknown[] = Array.isArray(schema.prefixItems) ? schema.prefixItems : []
  return step < first.length ? [first[step]] : [schema.items]
}

function membersOf(schema: JsonSchema): unknown[] | undefined {
  if ('const' in schema) return [schema.const]
  if (Array.isArray(schema.enum)) return schema.enum
  const types = typesOf(schema.type)
  const finite = types.length > 0 && types.every((type) => type === 'boolean' || type === 'null')
  if (!finite) return undefined
  return types.flatMap((type) => (type === 'boolean' ? [true, false] : [null]))
}

function distinct(values: readonly unknown[]): unknown[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]))
  return [...seen.values()]
}
