import type { OutputUnit } from '@cfworker/json-schema'
import { nest, pathOf, wantedAt, type Finding, type Findings, type Path } from './findings.ts'
import type { SchemaFault } from './messages.ts'
import { sentence } from './sentences.ts'

/** A fault with what the schema demands there. */
interface Leaf {
  path: Path
  message: string
  keyword: string
  wanted?: unknown
}

/** Keywords whose finding only says that something further in is wrong. */
const passing = new Set([
  '$ref',
  '$recursiveRef',
  'allOf',
  'if',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
  'dependentSchemas',
])

/** Keywords that a value can still satisfy when more of it comes. */
const curable = new Set([
  'required',
  'minProperties',
  'dependentRequired',
  'dependencies',
  'minItems',
  'contains',
  'minContains',
  'uniqueItems',
  'minLength',
  'pattern',
  'format',
  'enum',
  'const',
  'not',
  'if',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
])

/** The leaf faults of what the library found, in its order, each once. */
export function faultsOf(findings: Findings): SchemaFault[] {
  const reading = { findings, open: findings.partial ? openEnd(findings.value) : undefined }
  const seen = new Set<string>()
  return nest(findings.errors)
    .flatMap((one) => leaves(one, reading))
    .map(({ path, message, keyword }) => ({ path: [...path], message, keyword }))
    .filter(({ path, message }) => {
      const key = JSON.stringify([path, message])
      return !seen.has(key) && seen.add(key)
    })
}

interface Reading {
  findings: Findings
  /** The end of the value, where more is to come; absent for a whole value. */
  open: Path | undefined
}

function leaves(finding: Finding, reading: Reading): Leaf[] {
  const { error, inner } = finding
  const { keyword, instanceLocation } = error
  const path = pathOf(instanceLocation, reading.findings.value)
  if (curable.has(keyword) && isOpen(path, reading)) return []
  if (keyword === 'propertyNames') return [badKey(error, path)]
  if (keyword === 'anyOf' || keyword === 'oneOf') return ofBranches(finding, path, reading)
  if (passing.has(keyword) || (keyword === 'dependencies' && inner.length > 0)) {
    return inner.flatMap((one) =>
      one.error.keyword === 'false' ? [refused(one.error, keyword, reading)] : leaves(one, reading),
    )
  }
  return [leafOf(error, path, reading)]
}

/** Where the schema says false: the key or entry should not be there. */
function refused(error: OutputUnit, keyword: string, { findings }: Reading): Leaf {
  const path = pathOf(error.instanceLocation, findings.value)
  return { path, message: sentence(path, { keyword: 'false' }), keyword }
}

/** The library tells the key as if it were a value. */
function badKey({ error, keyword }: OutputUnit, path: Path): Leaf {
  const key = /^Property name "(.*)" does not match schema\.$/s.exec(error)?.[1] ?? ''
  const place = [...path, key]
  return { path: place, message: sentence(place, { keyword }), keyword }
}

/** Of several forms, the faults of the one that comes nearest; that none fits, where none is near. */
function ofBranches({ error, inner }: Finding, path: Path, reading: Reading): Leaf[] {
  const all = leafOf(error, path, reading)
  const fitting = /\((\d+) matches\)/.exec(error.error)?.[1] ?? '0'
  if (fitting !== '0') return isOpen(path, reading) ? [] : [all]
  const branches = branchesOf(error, inner).map((group) =>
    group.flatMap((one) => leaves(one, reading)),
  )
  // Everything that speaks against this form may yet come.
  if (branches.some((one) => one.length === 0)) return []
  const ranked = branches
    .map((found) => ({ found, distance: distance(found, path) }))
    .toSorted((one, other) => one.distance - other.distance)
  const [best, next] = ranked
  if (best && best.distance < otherKind && best.distance !== next?.distance) return best.found
  return [merged(branches, path) ?? all]
}

/** One fault for forms of which each is only another kind, or only another value. */
function merged(branches: readonly Leaf[][], path: Path): Leaf | undefined {
  const single = branches.flatMap(([one, more]) =>
    one && !more && one.path.length === path.length ? [one] : [],
  )
  if (single.length < branches.length) return undefined
  const keyword = single.every((one) => one.keyword === 'type') ? 'type' : 'enum'
  if (keyword === 'enum' && !single.every(isValue)) return undefined
  const wanted = single.flatMap((one) => (one.keyword === 'const' ? [one.wanted] : one.wanted))
  return { path, message: sentence(path, { keyword, wanted }), keyword, wanted }
}

function isValue({ keyword }: Leaf): boolean {
  return keyword === 'const' || keyword === 'enum'
}

function branchesOf({ keywordLocation }: OutputUnit, inner: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const one of inner) {
    const [branch = ''] = one.error.keywordLocation.slice(keywordLocation.length + 1).split('/')
    groups.set(branch, [...(groups.get(branch) ?? []), one])
  }
  return [...groups.values()]
}

/** What speaks against a form when the value is of another kind altogether. */
const otherKind = 1_000_000

/** How far a value is from a form: another kind, then another word that names it, then the count. */
function distance(faults: readonly Leaf[], path: Path): number {
  const weigh = (one: Leaf) => {
    const further = one.path.length - path.length
    if (further === 0 && one.keyword === 'type') return otherKind
    return further < 2 && isValue(one) ? 1000 : 1
  }
  return faults.reduce((sum, one) => sum + weigh(one), 0)
}

function leafOf(error: OutputUnit, path: Path, { findings }: Reading): Leaf {
  const { keyword, keywordLocation, error: said } = error
  const wanted = wantedAt(keywordLocation, findings)
  const missing = missingKey(error)
  const place = missing === undefined ? path : [...path, missing]
  return { path: place, message: sentence(place, { keyword, wanted, said }), keyword, wanted }
}

function missingKey({ keyword, error }: OutputUnit): string | undefined {
  if (keyword === 'required')
    return /^Instance does not have required property "(.*)"\.$/s.exec(error)?.[1]
  return keyword === 'dependentRequired' || keyword === 'dependencies'
    ? /^Instance has ".*" but does not have "(.*)"\.$/s.exec(error)?.[1]
    : undefined
}

function isOpen(path: Path, { open }: Reading): boolean {
  return open !== undefined && path.every((segment, index) => open[index] === segment)
}

/** The last entry of a value, and that one's last, and so on. */
function openEnd(value: unknown): Path {
  if (typeof value !== 'object' || value === null) return []
  // Any object can be read by a key; a list's last key is its last index.
  const entries = value as Record<string | number, unknown>
  const last = Array.isArray(value) ? value.length - 1 : Object.keys(value).at(-1)
  return last === undefined || last === -1 ? [] : [last, ...openEnd(entries[last])]
}
