import type { Offer } from '../reply/json.ts'
import { objectOf, type Schema } from '../tools/definitions.ts'
import type { Mention } from '../tools/mention.ts'
import { findMentions } from '../tools/mentions.ts'
import { kindOf, withoutNull } from '../tools/schemas.ts'
import { valuesFor, type Said, type Value } from '../tools/values.ts'

/** How well a text must fit a place to be said there; a mere guess is left to the language model. */
const meant = 2
/** Of numbers it names none. */
const meantNumber = 1
const deepest = 4
/** The most characters of a message that are looked at. */
const longestText = 2000

interface Place {
  path: readonly (string | number)[]
  key: string
  schema: Schema
}

/**
 * What a message offers for the places of a document with this schema: names, dates, numbers and the
 * like that the words of a property ask for, and listed values that the message names. Each mention
 * goes to the place that it fits best; what several places could take goes to the first.
 */
export function offersFor(schema: Schema, message: string): Offer[] {
  const said: Said = {
    text: message.slice(0, longestText),
    mentions: findMentions(message.slice(0, longestText)),
  }
  const found = placesIn(schema).flatMap((place) =>
    unlessListed(place, valuesFor(place, said))
      .filter(({ value, weight }) => weight >= (typeof value === 'number' ? meantNumber : meant))
      .map((value) => ({ ...place, ...value })),
  )
  const taken = new Set<Mention>()
  const filled = new Set<string>()
  return found
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ path, mention, value, schema: of }) => {
      const place = JSON.stringify(path)
      const again = filled.has(place) && kindOf(withoutNull(of)) !== 'array'
      if (again || (mention && taken.has(mention))) return []
      filled.add(place)
      if (mention) taken.add(mention)
      return [{ path, text: textOf(value) }]
    })
}

/** A message that names several of the listed values asks which of them it is. */
function unlessListed({ schema }: Place, values: Value[]): Value[] {
  return kindOf(schema) === 'enum' && values.length > 1 ? [] : values
}

/** The properties that hold one value or a list of them, also inside other objects. */
function placesIn(schema: Schema, path: readonly (string | number)[] = []): Place[] {
  if (path.length >= deepest) return []
  return Object.entries(objectOf(schema.properties)).flatMap(([key, value]) => {
    const own = withoutNull(objectOf(value))
    const here = [...path, key]
    const kind = kindOf(own)
    if (kind === 'object') return placesIn(own, here)
    return [{ path: kind === 'array' ? [...here, 0] : here, key, schema: own }]
  })
}

function textOf(value: Value['value']): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
