import { typesOf } from './nullable.ts'
import {
  isSchema,
  pathOfRef,
  schemasIn,
  valueAt,
  type JsonSchema,
  type SchemaPath,
} from './schema-node.ts'
import {
  allRequired,
  at,
  closed,
  inlined,
  listOfEntries,
  onlyKnownRequired,
  wrapped,
} from './strict-fixes.ts'
import { keywordProblems } from './strict-keywords.ts'
import { limitProblems } from './strict-limits.ts'
import type { StrictFix, StrictProblem } from './strict-problem.ts'
import { strictTypes } from './strict-rules.ts'

/** Everything that strict mode does not take of a schema, from the root down; limits come last. */
export function strictProblems(schema: unknown): StrictProblem[] {
  if (!isSchema(schema)) {
    return [{ rule: 'root', path: [], message: 'A schema is an object: { "type": "object", … }.' }]
  }
  const inner = [...schemasIn(schema)].flatMap(({ path, schema: one }) =>
    isSchema(one) ? nodeProblems(schema, one, path) : notSchema(path),
  )
  return [...rootProblems(schema), ...inner, ...limitProblems(schema)]
}

/** Most rounds of fixes; a fix can uncover what it wrapped or merged, a few levels deep at most. */
const mostRounds = 20

/**
 * The schema with everything mended that has a fix. Inner schemas are mended before those around
 * them, so that paths stay true within a round.
 */
export function strictlyFixed(schema: JsonSchema): JsonSchema {
  let result = schema
  for (let round = 0; round < mostRounds; round += 1) {
    const fixes = strictProblems(result)
      .filter(({ fix }) => fix !== undefined)
      .toSorted((one, other) => other.path.length - one.path.length)
    if (fixes.length === 0) return result
    result = fixes.reduce((mended, { fix }) => fix?.(mended) ?? mended, result)
  }
  return result
}

function rootProblems(schema: JsonSchema): StrictProblem[] {
  const isObject = schema.type === 'object'
  if (isObject && schema.anyOf === undefined) return []
  const problem = { rule: 'root' as const, path: [] }
  const looksLikeObject = schema.type === undefined && isSchema(schema.properties)
  if (looksLikeObject && schema.anyOf === undefined) {
    const message = 'The outermost schema needs "type": "object".'
    const fix: StrictFix = (root) => ({ type: 'object', ...root })
    return [{ ...problem, message, fixTitle: 'Add the type', fix }]
  }
  const message = isObject
    ? 'The outermost schema must not be a union (anyOf).'
    : 'The outermost schema must be an object.'
  if (!wrapped(schema)) return [{ ...problem, message }]
  const fix: StrictFix = (root) => wrapped(root) ?? root
  return [{ ...problem, message, fixTitle: 'Put it into an object', fix }]
}

function notSchema(path: SchemaPath): StrictProblem[] {
  return [{ rule: 'type', path, message: 'Strict mode needs a schema with a type here.' }]
}

function nodeProblems(root: JsonSchema, schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  if (schema.$ref !== undefined) return refProblems(root, schema, path)
  const isObject = typesOf(schema.type).includes('object') || isSchema(schema.properties)
  return [
    ...typeProblems(schema, path),
    ...(isObject ? objectProblems(schema, path) : []),
    ...keywordProblems(schema, path),
  ]
}

function refProblems(root: JsonSchema, schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  const problem = { rule: 'ref' as const, path }
  const target = pathOfRef(schema.$ref)
  if (!target || !isSchema(valueAt(root, target))) {
    return [
      { ...problem, message: `"$ref": ${JSON.stringify(schema.$ref)} leads to no schema in here.` },
    ]
  }
  const beside = Object.keys(schema).filter(
    // Definitions are looked up, not applied; the root may hold them beside a reference.
    (keyword) => !['$ref', '$defs', 'definitions'].includes(keyword),
  )
  if (beside.length === 0) return []
  const message = `A $ref stands alone, without ${beside.join(', ')}.`
  return [{ ...problem, message, fixTitle: 'Put in what it names', fix: inlined(path) }]
}

function typeProblems(schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  const problem = { rule: 'type' as const, path }
  const unknown = typesOf(schema.type).filter((type) => !strictTypes.some((one) => one === type))
  if (unknown.length > 0) {
    return [{ ...problem, message: `${JSON.stringify(unknown[0])} is no type of strict mode.` }]
  }
  const says = ['type', 'enum', 'const', 'anyOf', 'oneOf', 'allOf']
  // The root has a rule of its own.
  if (path.length === 0 || says.some((keyword) => schema[keyword] !== undefined)) return []
  const guess = guessedType(schema)
  const message = 'A schema needs a type.'
  if (!guess) return [{ ...problem, message }]
  const fix = at(path, (one) => ({ type: guess, ...one }))
  return [{ ...problem, message, fixTitle: `Make it ${guess}`, fix }]
}

function guessedType(schema: JsonSchema): string | undefined {
  if (isSchema(schema.properties) || isSchema(schema.additionalProperties)) return 'object'
  return schema.items === undefined ? undefined : 'array'
}

function objectProblems(schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  return [...closedProblems(schema, path), ...requiredProblems(schema, path)]
}

function closedProblems(schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  const { additionalProperties: others, properties } = schema
  if (others === false) return []
  const problem = { rule: 'closed' as const, path }
  const hasOwn = isSchema(properties) && Object.keys(properties).length > 0
  if (isSchema(others) && !hasOwn && path.length > 0) {
    const message =
      'Strict mode has no objects with free keys; a list of names with values holds the same.'
    return [{ ...problem, message, fixTitle: 'Make it a list', fix: at(path, listOfEntries) }]
  }
  const message = 'An object needs "additionalProperties": false.'
  return [{ ...problem, message, fixTitle: 'Close the object', fix: at(path, closed) }]
}

function requiredProblems(schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  const names = isSchema(schema.properties) ? Object.keys(schema.properties) : []
  const required: unknown[] = Array.isArray(schema.required) ? schema.required : []
  const optional = names.filter((name) => !required.includes(name))
  const strange = required.filter((name) => !names.some((one) => one === name))
  return [
    ...(optional.length === 0
      ? []
      : [
          {
            rule: 'required' as const,
            path,
            message: `Every property must be required; ${listed(optional)} may be left out.`,
            fixTitle: 'Require, allow null',
            fix: at(path, allRequired),
          },
        ]),
    ...(strange.length === 0
      ? []
      : [
          {
            rule: 'unknown-required' as const,
            path,
            message: `"required" names ${listed(strange)}, which is no property.`,
            fixTitle: 'Take it out',
            fix: at(path, onlyKnownRequired),
          },
        ]),
  ]
}

/** Most names that a sentence lists. */
const mostListed = 3

function listed(names: readonly unknown[]): string {
  const shown = names.slice(0, mostListed).map((name) => JSON.stringify(name))
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
