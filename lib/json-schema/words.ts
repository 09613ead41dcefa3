import { choicesOf, typesOf, type Place } from './places.ts'
import type { SchemaObject } from './schema.ts'

const kinds: Record<string, string> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'object',
  null: 'null',
}

/** What may stand at a place, in a few words, such as "whole number from -100 to 100, required". */
export function kindOf(places: readonly Place[]): string {
  const words = [...new Set(places.flatMap(({ schema }) => wordsOf(schema)))]
  const all = words.length > 0 ? [words.join(' or ')] : []
  return [...all, ...(places.some(({ required }) => required) ? ['required'] : [])].join(', ')
}

/** What one place is for; empty where nobody has said it. */
export function noteOf({ document, at, schema }: Place): string {
  return document.notes[at] ?? schema.description ?? ''
}

/** What one word that may stand at a place does; empty where nobody has said it. */
export function noteOfWord({ document, at }: Place, word: unknown): string {
  return document.notes[`${at}=${String(word)}`] ?? ''
}

/** Most words of a choice that are named. */
const mostNamed = 6

function wordsOf(schema: SchemaObject): string[] {
  const choices = choicesOf(schema)
  if (choices) {
    const named = choices.slice(0, mostNamed).map((one) => JSON.stringify(one))
    return choices.length > mostNamed ? [...named, '…'] : named
  }
  return typesOf(schema).map((type) => `${kinds[type] ?? type}${limits(type, schema)}`)
}

function limits(type: string, schema: SchemaObject): string {
  if (type === 'string') return range(schema.minLength, schema.maxLength, ' characters')
  if (type === 'array') return range(schema.minItems, schema.maxItems, ' entries')
  const isNumber = type === 'number' || type === 'integer'
  return isNumber ? range(schema.minimum, schema.maximum, '') : ''
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const [low, high] = [bound(least), bound(most)]
  if (low !== undefined && high !== undefined) return ` from ${low} to ${high}${unit}`
  if (high !== undefined) return ` up to ${high}${unit}`
  // That a text or list is not empty goes without saying.
  return low === undefined || (unit !== '' && low < 2) ? '' : ` from ${low}${unit}`
}

/** Bounds at the end of what a double can hold exactly say nothing that a person chose. */
function bound(value: number | undefined): number | undefined {
  return value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value
}
