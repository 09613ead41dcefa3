import type { Schema } from '../tools/definitions.ts'

/** A name in quotes or backticks. */
const quoted = /["'`“‘]([A-Za-z_][\w-]{0,40})["'`”’]/g
/** "with the keys name, city and age" */
const listed =
  /\b(?:keys?|fields?|propert(?:y|ies)|attributes?)\b(?: (?:named|called|are|as follows))?:? ([A-Za-z_][\w-]*(?:(?:,? and |, )[A-Za-z_][\w-]*)*)/i

const mostKeys = 16

const numeric =
  /^(?:age|count|number|year|price|amount|quantity|seats|score|rating|confidence|total|temperature)$/i
const plural = /^(?:items|tags|keywords|list|names|topics|steps|ingredients|words|colou?rs)$/i
const truth = /^(?:is|has|can)_/i

/**
 * The properties that a text names for a JSON object, in its order: those in quotes, or else those
 * listed after “keys”, “fields” and the like. None where it names none.
 */
export function keysNamed(text: string): string[] {
  if (!/\bjson\b|\bkeys?\b|\bfields?\b|\bpropert/i.test(text)) return []
  const inQuotes = [...text.matchAll(quoted)].map(([, key = '']) => key)
  const inList = listed.exec(text)?.[1]?.split(/,? and |, /) ?? []
  return [...new Set(inQuotes.length > 0 ? inQuotes : inList)].slice(0, mostKeys)
}

/** The schema of an object with these properties, all of them required; with none, one for an answer. */
export function objectWith(keys: readonly string[]): Schema {
  const named = keys.length > 0 ? keys : ['answer']
  return {
    type: 'object',
    properties: Object.fromEntries(named.map((key) => [key, schemaFor(key)])),
    required: named,
    additionalProperties: false,
  }
}

function schemaFor(key: string): Schema {
  if (numeric.test(key)) return { type: 'number' }
  if (truth.test(key)) return { type: 'boolean' }
  return plural.test(key) ? { type: 'array', items: { type: 'string' } } : { type: 'string' }
}
