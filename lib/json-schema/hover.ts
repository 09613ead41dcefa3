import type { TextHelp } from '#lib/json/help.ts'
import { outlineOf, spotAt } from '#lib/json/outline.ts'
import type { SchemaDocument } from './document.ts'
import { narrowed, placesAt } from './places.ts'
import { kindOf, noteOf, noteOfWord } from './words.ts'

/**
 * What is known about the key or simple value at an offset (0-based) of a text, by its schema;
 * undefined where that is nothing.
 */
export function hoverAt(
  text: string,
  offset: number,
  document: SchemaDocument,
): TextHelp | undefined {
  const { around, path, outer, entry, token } = spotAt(outlineOf(text), offset)
  if (!token || !entry) return undefined
  const segment = around.kind === 'object' ? (entry.key?.says ?? '') : around.entries.indexOf(entry)
  const whole = path === undefined ? [] : [...path, segment]
  const found = placesAt(document, whole, outer)
  const places = token === entry.key ? found : narrowed(found, token)
  const [first] = places
  if (!first) return undefined
  const note = [
    token === entry.key ? '' : noteOfWord(first, token.says),
    places.map(noteOf).find((one) => one !== '') ?? '',
  ].find((one) => one !== '')
  const name = whole.findLast((one) => typeof one === 'string') ?? ''
  return { from: token.offset, to: token.end, name, kind: kindOf(places), note: note ?? '' }
}
