import {
  isAddressName,
  isContentName,
  isCredentialName,
  isLinkName,
  wordsOf,
} from './forbidden-names.ts'

/** A key that may not travel inside a free object. */
export interface ForbiddenKey {
  /** Where it stands, from the outermost value; list positions are 0-based numbers. */
  path: (string | number)[]
  key: string
  /**
   * `credential`: it carries or names a secret. `address`: it changes where a request or a callback
   * goes. `prototype`: it cannot be used as a key at all (reserved, or nested too deeply to send).
   */
  reason: 'credential' | 'address' | 'prototype'
}

/** Deeper values are refused unread: serialising them could exhaust the stack. */
const mostLevels = 128

/** After so many findings the search ends. */
const mostFindings = 100

/** A value at its place; the chain of parents gives the path. */
interface Place {
  value: unknown
  key: string | number
  level: number
  parent?: Place
}

/**
 * Finds the keys at any depth that carry credentials or addresses, or could reach a prototype, in
 * the order in which they stand; at most 100, and none inside what is found already. Names are
 * compared by their words, so `apiKey`, `API-KEY` and `x_api_key` are one. The names of properties in
 * a JSON Schema describe values and carry none, and are let through, as are the addresses of images
 * and files in messages.
 */
export function findForbiddenKeys(value: unknown): ForbiddenKey[] {
  return search(value, (place) => reservedReason(place) ?? nameReason(place))
}

/**
 * The same for messages, which may point to what they are about by a `url` or `uri`: these are let
 * through, and what is below them is looked at.
 */
export function findForbiddenInMessages(value: unknown): ForbiddenKey[] {
  return search(value, (place) => {
    const reason = reservedReason(place) ?? nameReason(place)
    return reason === 'address' && isLinkName(wordsOf(String(place.key))) ? undefined : reason
  })
}

/** Finds only the keys that cannot be used in any value, at any depth; at most 100. */
export function findPrototypeKeys(value: unknown): ForbiddenKey[] {
  return search(value, reservedReason)
}

/**
 * A shallow merge in which `extra` wins. Copies own keys only, and none that is reserved, so that
 * no prototype is read or changed.
 */
export function safeMerge(
  base: Record<string, unknown>,
  extra: Record<string, unknown>,
): Record<string, unknown> {
  const entries = [...Object.entries(base), ...Object.entries(extra)]
  return Object.fromEntries(entries.filter(([key]) => !reservedKeys.has(key)))
}

type Judge = (place: Place) => ForbiddenKey['reason'] | undefined

/** Walks a value in document order without recursion, so that no depth can exhaust the stack. */
function search(value: unknown, judge: Judge): ForbiddenKey[] {
  const found: ForbiddenKey[] = []
  const open: Place[] = [{ value, key: '', level: 0 }]
  for (let place = open.pop(); place && found.length < mostFindings; place = open.pop()) {
    const reason = place.parent && judge(place)
    if (reason) found.push({ path: pathOf(place), key: String(place.key), reason })
    else for (const child of childrenOf(place).toReversed()) open.push(child)
  }
  return found
}

const reservedKeys = new Set(['__proto__', 'constructor', 'prototype'])

function reservedReason({ key, value, level }: Place): 'prototype' | undefined {
  const unusable = reservedKeys.has(String(key)) || (level > mostLevels && isContainer(value))
  return unusable ? 'prototype' : undefined
}

function nameReason(place: Place): ForbiddenKey['reason'] | undefined {
  const { key, value, parent } = place
  if (typeof key === 'number' || isSchemaProperty(place)) return undefined
  const words = wordsOf(key)
  if (isCredentialName(words, value)) return 'credential'
  const holder = key === 'url' ? wordsOf(String(parent?.key)) : words
  return isAddressName(words) && !isContentName(holder) ? 'address' : undefined
}

const schemaMaps = new Set(['$defs', 'definitions', 'patternProperties', 'properties'])
const schemaKeywords = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const']

/** Whether a place is a named property in a JSON Schema, such as a tool's argument `password`. */
function isSchemaProperty({ value, parent }: Place): boolean {
  if (!schemaMaps.has(String(parent?.key))) return false
  if (!isContainer(value)) return typeof value === 'boolean'
  return schemaKeywords.some((keyword) => Object.hasOwn(value, keyword))
}

/** What may have to be judged below a place: named values, and the containers in a list. */
function childrenOf(parent: Place): Place[] {
  const { value } = parent
  if (!isContainer(value) || parent.level > mostLevels) return []
  const level = parent.level + 1
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([key, item]) => ({ value: item, key, level, parent }))
  }
  const places = value.map((item: unknown, key) => ({ value: item, key, level, parent }))
  return places.filter(({ value: item }) => isContainer(item))
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = []
  for (let at = place; at.parent; at = at.parent) path.unshift(at.key)
  return path
}
