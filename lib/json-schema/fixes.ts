import type { JsonProblem } from '#lib/json/document.ts'
import type { TextFix } from '#lib/json/help.ts'
import { outlineOf, spotAt, type Outline } from '#lib/json/outline.ts'
import type { SchemaDocument } from './document.ts'
import { nearestWord } from './nearest-word.ts'
import { choicesOf, placesAt, typesOf, type Place } from './places.ts'
import { snippetOf } from './snippet.ts'

/**
 * The mending of a fault that a schema finds in a text which is JSON: a word nearly right, a number or
 * word in quotes or without, a key that is missing. Undefined where nothing is obvious.
 */
export function fixOfContent(
  text: string,
  problem: JsonProblem,
  document: SchemaDocument,
): TextFix | undefined {
  const { path = [], offset } = problem
  const { outer, token, entry } = spotAt(outlineOf(text), offset + 1)
  const places = placesAt(document, path, outer)
  const value = token && token === entry?.value ? token : undefined
  if (value) return wordFix(value, text, places) ?? quotesFix(value, text, places)
  return missingKeyFix(text, problem, outer, places)
}

function wordFix(value: Outline, text: string, places: readonly Place[]): TextFix | undefined {
  const words = places
    .flatMap(({ schema }) => choicesOf(schema) ?? [])
    .filter((one) => typeof one === 'string')
  const word = words.length === 1 ? words[0] : nearestWord(value.says, words)
  const written = JSON.stringify(word)
  if (word === undefined || written === text.slice(value.offset, value.end)) return undefined
  return instead(value, `Write ${written}`, written)
}

function quotesFix(value: Outline, text: string, places: readonly Place[]): TextFix | undefined {
  const types = new Set(places.flatMap(({ schema }) => typesOf(schema)))
  const wants = (...names: string[]) => names.some((name) => types.has(name))
  const { kind, says } = value
  if (kind === 'word' && wants('string')) {
    const written = text.slice(value.offset, value.end)
    return written === 'null' ? undefined : instead(value, 'Put it in quotes', `"${written}"`)
  }
  if (kind !== 'text' || wants('string')) return undefined
  const isNumber = wants('number', 'integer') && isPlainNumber(says)
  const isWord = wants('boolean') && /^(?:true|false)$/.test(says)
  return isNumber || isWord ? instead(value, `Write ${says} without quotes`, says) : undefined
}

function missingKeyFix(
  text: string,
  { path = [], offset }: JsonProblem,
  outer: readonly Outline[],
  places: readonly Place[],
): TextFix | undefined {
  const key = path.at(-1)
  const around = outer.at(-1)
  // The fault is at the opening bracket of the object that lacks the key.
  if (typeof key !== 'string' || around?.kind !== 'object' || around.offset !== offset)
    return undefined
  if (outer.length !== path.length || places.length === 0) return undefined
  if (around.entries.some((one) => one.key?.says === key)) return undefined
  const blank = /^\s*/.exec(text.slice(offset + 1))?.[0] ?? ''
  const indent = /[\r\n]([ \t]*)$/.exec(blank)?.[1] ?? ''
  const { insert } = snippetOf(places, indent)
  const after = around.entries.length > 0 ? `,${blank || ' '}` : ''
  const member = `${JSON.stringify(key)}: ${insert}${after}`
  return {
    title: `Add ${JSON.stringify(key)}`,
    offset: offset + 1 + blank.length,
    length: 0,
    insert: member,
  }
}

function isPlainNumber(written: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(written)
}

function instead({ offset, end }: Outline, title: string, insert: string): TextFix {
  return { title, offset, length: end - offset, insert }
}
