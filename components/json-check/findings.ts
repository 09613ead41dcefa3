import type { OutputUnit, Schema } from '@cfworker/json-schema'

/** Keys and 0-based indexes from the top of a value. */
export type Path = readonly (string | number)[]

/** What the library found, and what it looked at. */
export interface Findings {
  /** Flat; what is summed up mostly follows what sums it up. */
  errors: readonly OutputUnit[]
  schema: Schema | boolean
  /** The parts of the schema by their addresses. */
  lookup: Readonly<Record<string, Schema | boolean>>
  value: unknown
  partial: boolean
}

/** One finding with those that it sums up. */
export interface Finding {
  error: OutputUnit
  inner: Finding[]
}

/** The library's flat list as a tree. What single entries lack of “contains” is left out. */
export function nest(errors: readonly OutputUnit[]): Finding[] {
  const left = errors
    .filter(({ keyword }) => keyword === 'contains' || keyword === 'minContains')
    .map(({ keywordLocation }) => keywordLocation.replace(/[^/]+$/, 'contains/'))
  return tree(
    errors.filter(({ keywordLocation }) => !left.some((one) => keywordLocation.startsWith(one))),
  )
}

function tree(errors: readonly OutputUnit[]): Finding[] {
  const found: Finding[] = []
  for (let at = 0; at < errors.length;) {
    const error = errors[at]
    if (!error) break
    let end = at + 1
    while (isInside(errors[end], error)) end++
    found.push({ error, inner: tree(errors.slice(at + 1, end)) })
    at = end
  }
  return found.filter((one) => !isSuperfluous(one, found))
}

const leftovers = /^(additional|unevaluated)/

/** The library also calls a key or entry unexpected when it is known, and at fault. */
function isSuperfluous({ error, inner }: Finding, siblings: readonly Finding[]): boolean {
  if (!leftovers.test(error.keyword)) return false
  const [place] = inner.map((one) => one.error.instanceLocation)
  return siblings.some((one) => !leftovers.test(one.error.keyword) && isAbout(one, place ?? ''))
}

function isAbout({ error, inner }: Finding, place: string): boolean {
  return error.instanceLocation === place || inner.some((one) => isAbout(one, place))
}

function isInside(one: OutputUnit | undefined, outer: OutputUnit): boolean {
  if (!one?.instanceLocation.startsWith(outer.instanceLocation)) return false
  // The library tells no place in the schema for a false; it follows the keyword that holds it.
  if (one.keyword === 'false')
    return /properties|items|of|ref$/i.test(outer.keyword) && one.keyword !== outer.keyword
  const { keyword, keywordLocation } = outer
  if (keyword !== 'if') return one.keywordLocation.startsWith(`${keywordLocation}/`)
  const base = keywordLocation.slice(0, -'if'.length)
  return [`${base}then/`, `${base}else/`].some((start) => one.keywordLocation.startsWith(start))
}

/** The path of a place in the value, such as `#/tags/0`. */
export function pathOf(location: string, value: unknown): Path {
  const path: (string | number)[] = []
  let at = value
  for (const segment of segmentsOf(location)) {
    const key = Array.isArray(at) ? Number(segment) : segment
    path.push(key)
    at = inside(at, key)
  }
  return path
}

/** What the schema demands at a place such as `#/properties/tags/minItems`. */
export function wantedAt(location: string, { schema, lookup }: Findings): unknown {
  let at: unknown = schema
  for (const segment of segmentsOf(location)) {
    if (segment === '$ref')
      at = lookup[String(inside(at, '__absolute_ref__') ?? inside(at, '$ref'))]
    else at = segment === '$recursiveRef' ? schema : inside(at, segment)
  }
  return at
}

function inside(value: unknown, key: string | number): unknown {
  // Any object can be read by a key.
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined
}

function segmentsOf(location: string): string[] {
  return location
    .split('/')
    .slice(1)
    .map((segment) => decodeURI(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
}
