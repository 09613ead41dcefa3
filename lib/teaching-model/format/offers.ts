import type { Offer } from '../reply/json.ts'
import { objectOf, type Schema } from '../tools/definitions.ts'
import { wordBefore, type Mention } from '../tools/mention.ts'
import { findMentions } from '../tools/mentions.ts'
import { hasPurpose } from '../tools/purposes.ts'
import { kindOf, withoutNull } from '../tools/schemas.ts'
import { valuesFor, type Said, type Value } from '../tools/values.ts'

/** How well a value must fit a place to be said there; a lesser guess is left to the language model. */
const meant = 1
/** What is said where a name, a place or an address is asked for and the message has none. */
const unknown = 'unknown'
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
  const text = message.slice(0, longestText)
  const said: Said = { text, mentions: findMentions(text) }
  const places = placesIn(schema)
  const found = places.flatMap((place) =>
    unlessListed(place, valuesFor(place, said))
      .map((value) => ({ ...place, ...value, weight: value.weight * suits(place, value, text) }))
      .filter(({ weight }) => weight >= meant),
  )
  const taken = new Set<Mention>()
  const filled = new Set<string>()
  const offers = found
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ path, mention, value, schema: of }) => {
      const place = JSON.stringify(path)
      const again = filled.has(place) && kindOf(withoutNull(of)) !== 'array'
      if (again || (mention && taken.has(mention))) return []
      filled.add(place)
      if (mention) taken.add(mention)
      return [{ path, text: textOf(value) }]
    })
  const missing = places.filter(
    (place) => !filled.has(JSON.stringify(place.path)) && asksWho(place),
  )
  return [...offers, ...missing.map(({ path }) => ({ path, text: unknown }))]
}

/** Names of properties that ask for a place, and for somebody. */
const where = /city|town|place|location|country|address|origin|destination/i
const who = /name|person|author|customer|guest|contact/i
/** Words after which a name is rather a place. */
const atPlace = /^(?:in|from|to|into|at|near|of|visit|visited|leave|left|via)$/

/**
 * How much a value suits what a property asks for beyond its kind: a name after “in” or “from” is a
 * place and no person, any other name a person and no place. What only any text could be does not suit.
 */
function suits({ key, schema }: Place, { value, mention }: Value, text: string): number {
  if (typeof value !== 'string' || kindOf(schema) === 'enum') return 1
  if (!hasPurpose(key, typeof schema.description === 'string' ? schema.description : '')) return 0
  if (mention?.kind !== 'name') return 1
  const isPlace = atPlace.test(wordBefore(text, mention.start))
  if (where.test(key)) return isPlace ? 1.5 : 0.4
  return who.test(key) && isPlace ? 0.3 : 1
}

/** Whether a property is a plain text for a name, a place or an address. */
function asksWho({ key, schema }: Place): boolean {
  const { type, format, pattern, minLength = 0, maxLength = 100 } = schema
  const plain = type === 'string' && kindOf(schema) === 'string' && !format && !pattern
  const fits = Number(minLength) <= unknown.length && Number(maxLength) >= unknown.length
  return plain && fits && (where.test(key) || who.test(key) || /^e?mail$/i.test(key))
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
