import { choicesOf, inside, typesOf, type Place } from './places.ts'

/** A text to put in, and where in it the caret goes. */
export interface Snippet {
  insert: string
  caret: number
}

/** Where the caret may go, while a snippet is made; no JSON text holds it. */
const gap = '\u0000'

/** What a value at a place begins as: what it must have, in lines indented by `indent`. */
export function snippetOf(places: readonly Place[], indent: string): Snippet {
  return withCaret(written(places, indent, 0))
}

/** Puts a text before and after a snippet. */
export function around(before: string, { insert, caret }: Snippet, after: string): Snippet {
  return { insert: before + insert + after, caret: before.length + caret }
}

function withCaret(text: string): Snippet {
  const at = text.indexOf(gap)
  const insert = text.replaceAll(gap, '')
  return { insert, caret: at === -1 ? insert.length : at }
}

/** How deep what must be there is written out. */
const deepest = 3

function written(places: readonly Place[], indent: string, depth: number): string {
  const [place] = places
  if (!place) return gap
  const { schema, start } = place
  if (start !== undefined) return print(start, indent)
  const choices = choicesOf(schema)
  if (choices?.length === 1 && places.length === 1) return JSON.stringify(choices[0])
  const [type] = typesOf(schema)
  if (type === 'string') return `"${gap}"`
  if (type === 'null') return 'null'
  if (type === 'array') return `[${gap}]`
  if (type !== 'object') return gap
  // Several forms of object are told apart by what is typed first.
  if (places.length > 1 || depth >= deepest) return `{${gap}}`
  return members(place, indent, depth)
}

function members(place: Place, indent: string, depth: number): string {
  const entries = (place.schema.required ?? []).map((key): [string, string] => [
    JSON.stringify(key),
    written(inside(place, key), `${indent}  `, depth + 1),
  ])
  return block(entries, indent)
}

function print(value: unknown, indent: string): string {
  if (value === '') return `"${gap}"`
  if (Array.isArray(value)) return value.length === 0 ? `[${gap}]` : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]): [string, string] => [
    JSON.stringify(key),
    print(item, `${indent}  `),
  ])
  return block(entries, indent)
}

function block(entries: readonly [string, string][], indent: string): string {
  const [first] = entries
  if (!first) return `{${gap}}`
  const lines = entries.map(([key, value]) => `${key}: ${value}`)
  const short = entries.length === 1 && !first[1].includes('\n')
  return short ? `{ ${lines[0]} }` : `{\n${indent}  ${lines.join(`,\n${indent}  `)}\n${indent}}`
}
