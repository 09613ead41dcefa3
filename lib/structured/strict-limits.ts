import { typesOf } from './nullable.ts'
import { isSchema, schemasIn, type JsonSchema, type SchemaPath } from './schema-node.ts'
import { strictLimits as limits } from './strict-rules.ts'
import type { StrictProblem } from './strict-problem.ts'

/** What is larger about a schema than strict mode takes. There is no fix for any of it. */
export function limitProblems(schema: JsonSchema): StrictProblem[] {
  const sizes = measured(schema)
  const said = [
    over(sizes.properties, limits.properties, 'properties'),
    over(sizes.levels, limits.levels, 'levels of objects'),
    over(sizes.characters, limits.characters, 'characters of names and listed values'),
    over(sizes.enumValues, limits.enumValues, 'listed values'),
  ]
  return [
    ...said.flatMap((message) => (message ? [{ rule: 'limit' as const, path: [], message }] : [])),
    ...sizes.longEnums.map((path) => ({
      rule: 'limit' as const,
      path,
      message: `A list of more than ${limits.longEnum} texts may hold ${limits.longEnumCharacters.toLocaleString('en')} characters at most.`,
    })),
  ]
}

function over(count: number, most: number, what: string): string | undefined {
  if (count <= most) return undefined
  return `The schema has ${count.toLocaleString('en')} ${what}; strict mode takes ${most.toLocaleString('en')}.`
}

interface Sizes {
  properties: number
  levels: number
  characters: number
  enumValues: number
  longEnums: SchemaPath[]
}

function measured(root: JsonSchema): Sizes {
  const sizes: Sizes = { properties: 0, levels: 0, characters: 0, enumValues: 0, longEnums: [] }
  /** How many objects a schema is within, by its path. */
  const levels = new Map<string, number>()
  for (const { path, schema } of schemasIn(root)) {
    if (!isSchema(schema)) continue
    const level = levelAbove(path, levels) + (isObject(schema) ? 1 : 0)
    levels.set(JSON.stringify(path), level)
    sizes.levels = Math.max(sizes.levels, level)
    add(schema, path, sizes)
  }
  return sizes
}

function add(schema: JsonSchema, path: SchemaPath, sizes: Sizes): void {
  for (const keyword of ['properties', '$defs', 'definitions']) {
    const names = isSchema(schema[keyword]) ? Object.keys(schema[keyword]) : []
    if (keyword === 'properties') sizes.properties += names.length
    sizes.characters += lengthOf(names)
  }
  const listed: unknown[] = Array.isArray(schema.enum) ? schema.enum : []
  const length = lengthOf(listed)
  sizes.enumValues += listed.length
  sizes.characters += length + ('const' in schema ? lengthOf([schema.const]) : 0)
  const isText = listed.every((value) => typeof value === 'string')
  if (isText && listed.length > limits.longEnum && length > limits.longEnumCharacters) {
    sizes.longEnums.push(path)
  }
}

/** The level of the nearest schema that holds the one at a path; definitions begin anew. */
function levelAbove(path: SchemaPath, levels: ReadonlyMap<string, number>): number {
  if (path.includes('$defs') || path.includes('definitions')) {
    const place = Math.max(path.lastIndexOf('$defs'), path.lastIndexOf('definitions'))
    if (path.length === place + 2) return 0
  }
  for (let end = path.length - 1; end >= 0; end -= 1) {
    const level = levels.get(JSON.stringify(path.slice(0, end)))
    if (level !== undefined) return level
  }
  return 0
}

function isObject(schema: JsonSchema): boolean {
  return typesOf(schema.type).includes('object') || isSchema(schema.properties)
}

function lengthOf(values: readonly unknown[]): number {
  return values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : JSON.stringify(value).length),
    0,
  )
}
