import type { Doubt } from '#lib/json/help.ts'
import { placesIn } from '#lib/json/lines.ts'
import { outlineOf, type Outline } from '#lib/json/outline.ts'
import type { SchemaDocument } from './document.ts'
import { nearestWord } from './nearest-word.ts'
import { keysOf, narrowed, placesAt } from './places.ts'

/** The keys of a text that its schema does not know and that are nearly one it knows. */
export function slipsIn(text: string, document: SchemaDocument): Doubt[] {
  const placeOf = placesIn(text)
  const doubts: Doubt[] = []
  const look = (value: Outline, path: (string | number)[], outer: readonly Outline[]) => {
    const known = value.kind === 'object' ? knownKeys(document, value, path, outer) : []
    for (const [index, { key, value: inner }] of value.entries.entries()) {
      const word = key && wordFor(key.says, value, known)
      if (key && word !== undefined) {
        const place = placeOf(key.offset, key.end - key.offset)
        const insert = JSON.stringify(word)
        doubts.push({
          ...place,
          path: [...path, key.says],
          message: `${JSON.stringify(key.says)} is no known key here. Is ${insert} meant?`,
          fix: { title: `Write ${insert}`, offset: place.offset, length: place.length, insert },
        })
      }
      if (inner) look(inner, [...path, key?.says ?? index], [...outer, value])
    }
  }
  const [top] = outlineOf(text).entries
  if (top?.value) look(top.value, [], [])
  return doubts
}

function knownKeys(
  document: SchemaDocument,
  value: Outline,
  path: (string | number)[],
  outer: readonly Outline[],
): string[] {
  return narrowed(placesAt(document, path, outer), value).flatMap(keysOf)
}

function wordFor(typed: string, around: Outline, known: readonly string[]): string | undefined {
  if (known.includes(typed)) return undefined
  const there = new Set(around.entries.map(({ key }) => key?.says))
  return nearestWord(
    typed,
    known.filter((key) => !there.has(key)),
  )
}
