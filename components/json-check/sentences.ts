import type { Path } from './findings.ts'

/** One unmet demand of a schema. */
export interface Told {
  keyword: string
  /** What the schema says at the keyword. */
  wanted?: unknown
  /** The library's own words. */
  said?: string
}

/** Says in one plain sentence what is wrong at a path; the last key names the value. */
export function sentence(path: Path, told: Told): string {
  return `${capital(nameOf(path))} ${predicates[told.keyword]?.(told) ?? `does not fit “${told.keyword}”`}.`
}

const predicates: Record<string, (told: Told) => string> = {
  type: ({ wanted }) => `must be ${listed(kindsOf(wanted))}`,
  required: () => 'is missing',
  dependentRequired: () => 'is missing',
  dependencies: () => 'is missing',
  enum: ({ wanted }) => oneOf(Array.isArray(wanted) ? wanted : []),
  const: ({ wanted }) => `must be ${shown(wanted)}`,
  minimum: ({ wanted, said = '' }) =>
    said.includes('or equal to')
      ? `must be above ${shown(wanted)}`
      : `must be at least ${shown(wanted)}`,
  maximum: ({ wanted, said = '' }) =>
    said.includes('or equal to')
      ? `must be below ${shown(wanted)}`
      : `must be at most ${shown(wanted)}`,
  exclusiveMinimum: ({ wanted }) => `must be above ${shown(wanted)}`,
  exclusiveMaximum: ({ wanted }) => `must be below ${shown(wanted)}`,
  multipleOf: ({ wanted }) =>
    wanted === 1 ? 'must be a whole number' : `must be a multiple of ${shown(wanted)}`,
  minLength: ({ wanted }) => `must have at least ${counted(wanted, 'character')}`,
  maxLength: ({ wanted }) => `must have at most ${counted(wanted, 'character')}`,
  pattern: ({ wanted }) => `must match ${String(wanted)}`,
  format: ({ wanted }) => `is no valid ${String(wanted)}`,
  minItems: ({ wanted }) => `must have at least ${counted(wanted, 'entry', 'entries')}`,
  maxItems: ({ wanted }) => `must have at most ${counted(wanted, 'entry', 'entries')}`,
  uniqueItems: ({ said = '' }) => {
    const [, one, other] = /(\d+) and (\d+)/.exec(said) ?? []
    return `has the same entry twice, at [${one}] and [${other}]`
  },
  contains: () => 'has no entry that fits “contains”',
  minContains: ({ wanted }) =>
    `must have at least ${counted(wanted, 'entry that fits', 'entries that fit')} “contains”`,
  maxContains: ({ wanted }) =>
    `must have at most ${counted(wanted, 'entry that fits', 'entries that fit')} “contains”`,
  minProperties: ({ wanted }) => `must have at least ${counted(wanted, 'key')}`,
  maxProperties: ({ wanted }) => `must have at most ${counted(wanted, 'key')}`,
  propertyNames: () => 'is not allowed as a key',
  false: () => 'is not allowed here',
  not: () => 'must not fit the schema under “not”',
  anyOf: ({ wanted }) => noneOf(wanted),
  oneOf: ({ wanted, said = '' }) => {
    const [, fitting = '0'] = /\((\d+) matches\)/.exec(said) ?? []
    return fitting === '0' ? noneOf(wanted) : `fits ${fitting} forms of which only one may fit`
  },
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

function kindsOf(wanted: unknown): string[] {
  const names = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)]
  return [...new Set(names.map((name) => kinds[name] ?? name))]
}

function noneOf(wanted: unknown): string {
  return Array.isArray(wanted) ? `fits none of the ${wanted.length} allowed forms` : 'does not fit'
}

/** Most values that are named in a sentence. */
const mostNamed = 8

function oneOf(values: readonly unknown[]): string {
  if (values.length === 1) return `must be ${shown(values[0])}`
  const named = values.slice(0, mostNamed).map(shown)
  return `must be one of ${named.join(', ')}${values.length > mostNamed ? ' …' : ''}`
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 60 ? `${json.slice(0, 60)}…` : json
}

function counted(wanted: unknown, one: string, many = `${one}s`): string {
  return `${String(wanted)} ${wanted === 1 ? one : many}`
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

/** “key”, or “list[2]” for an entry; indexes count from 0 as in the path. */
function nameOf(path: Path): string {
  const from = path.findLastIndex((segment) => typeof segment === 'string')
  const entries = path.slice(from + 1).map((index) => `[${index}]`)
  const key = from === -1 ? '' : String(path[from])
  const name = key.length > 60 ? `${key.slice(0, 60)}…` : key
  return path.length === 0 ? 'the value' : `“${name}${entries.join('')}”`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
