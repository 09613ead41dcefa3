import type { JsonSchema, SchemaPath } from './schema-node.ts'
import { at, merged, oneOfAsAnyOf, ownNullable, without } from './strict-fixes.ts'
import { strictFormats, strictKeywords } from './strict-rules.ts'
import type { StrictProblem } from './strict-problem.ts'

/** Parts of one conditional, which make no sense without each other. */
const conditional = new Set(['if', 'then', 'else'])

/** What strict mode does not know of the keywords of one schema, each with the nearest thing that it does. */
export function keywordProblems(schema: JsonSchema, path: SchemaPath): StrictProblem[] {
  const unknown = Object.keys(schema).filter((keyword) => !strictKeywords.has(keyword))
  const conditions = unknown.filter((keyword) => conditional.has(keyword))
  const others = unknown.filter((keyword) => !conditional.has(keyword))
  return [
    ...others.map((keyword) => keywordProblem(schema, path, keyword)),
    ...(conditions.length > 0 ? [removal(path, conditions)] : []),
    ...formatProblems(schema, path),
  ]
}

function keywordProblem(schema: JsonSchema, path: SchemaPath, keyword: string): StrictProblem {
  const problem = { rule: 'keyword' as const, path }
  if (keyword === 'oneOf' && schema.anyOf === undefined) {
    const message = 'Strict mode knows anyOf, but not oneOf.'
    return { ...problem, message, fixTitle: 'Make it anyOf', fix: at(path, oneOfAsAnyOf) }
  }
  if (keyword === 'allOf') {
    const message = 'Strict mode does not know allOf.'
    if (!merged(schema))
      return { ...problem, message: `${message} Its parts cannot be put together.` }
    const fix = at(path, (one) => merged(one) ?? one)
    return { ...problem, message, fixTitle: 'Put the parts together', fix }
  }
  if (keyword === 'nullable') {
    const message = 'Null is a type of JSON Schema; "nullable" is no keyword.'
    return { ...problem, message, fixTitle: 'Allow null', fix: at(path, ownNullable) }
  }
  return removal(path, [keyword])
}

function removal(path: SchemaPath, keywords: readonly string[]): StrictProblem {
  return {
    rule: 'keyword',
    path,
    message: `Strict mode does not know ${keywords.join(', ')}.`,
    fixTitle: 'Take it out',
    fix: at(path, without(...keywords)),
  }
}

function formatProblems({ format }: JsonSchema, path: SchemaPath): StrictProblem[] {
  if (format === undefined || (typeof format === 'string' && strictFormats.has(format))) return []
  return [
    {
      rule: 'format',
      path,
      message: `${JSON.stringify(format)} is no format of strict mode.`,
      fixTitle: 'Take it out',
      fix: at(path, without('format')),
    },
  ]
}
