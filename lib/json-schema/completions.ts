import type { TextOption, TextOptions } from '#lib/json/help.ts'
import { outlineOf, spotAt, type Entry, type Outline, type Spot } from '#lib/json/outline.ts'
import type { SchemaDocument } from './document.ts'
import { choicesOf, keysOf, narrowed, placesAt, typesOf, type Place } from './places.ts'
import { around, snippetOf, type Snippet } from './snippet.ts'
import { kindOf, noteOf, noteOfWord } from './words.ts'

/**
 * What can be typed at an offset (0-based) of a text that may be half typed, by its schema: keys that
 * are not there yet, words, and what an object must have. Undefined where nothing is known.
 */
export function completionsAt(
  text: string,
  offset: number,
  document: SchemaDocument,
): TextOptions | undefined {
  const root = outlineOf(text)
  const spot = spotAt(root, offset)
  const place = typingPlace(spot, offset)
  if (!place) return undefined
  const typing: Typing = { ...place, text, offset, spot, document }
  const options = place.isKey ? keyOptions(typing) : valueOptions(typing)
  const from = place.token?.offset ?? offset
  const to = Math.max(offset, place.token?.closed ? place.token.end : offset)
  return options.length > 0 ? { from, to, options } : undefined
}

interface TypingPlace {
  isKey: boolean
  /** The key or value that is being typed. */
  token?: Outline
  /** The member or entry that it is part of. */
  entry?: Entry
  /** Whether a comma is due before it. */
  afterValue: boolean
}

interface Typing extends TypingPlace {
  text: string
  offset: number
  spot: Spot
  document: SchemaDocument
}

/** What is typed at the caret; undefined behind a closed text, before a colon, or in the middle of a word. */
function typingPlace(
  { around: outer, path, entry, token }: Spot,
  offset: number,
): TypingPlace | undefined {
  if (path === undefined && outer.entries.length > 0 && !token) return undefined
  const inObject = outer.kind === 'object'
  if (token) {
    if (offset === token.offset || (token.kind === 'text' && token.closed && offset === token.end))
      return undefined
    return { isKey: inObject && token === entry?.key, token, entry: entry ?? {}, afterValue: false }
  }
  if (!entry) return { isKey: inObject, afterValue: false }
  if (!entry.value && entry.colon !== undefined && offset > entry.colon)
    return { isKey: false, entry, afterValue: false }
  // Right behind a value another one may begin, once it is parted from it.
  return entry.value && inObject ? { isKey: true, afterValue: true } : undefined
}

function keyOptions(typing: Typing): TextOption[] {
  const { document, spot, token, entry } = typing
  const places = narrowed(placesAt(document, spot.path ?? [], spot.outer), spot.around)
  const taken = new Set(
    spot.around.entries.filter((one) => one !== entry).map(({ key }) => key?.says),
  )
  const keys = [...new Set(places.flatMap(keysOf))].filter((key) => !taken.has(key))
  const options = keys.map((key) => keyOption(key, typing))
  return matching(options, token?.says.slice(0, typing.offset - token.offset) ?? '', String)
}

function keyOption(key: string, typing: Typing): TextOption {
  const { document, spot, entry, afterValue, text, offset } = typing
  const outer = spot.outer.slice(0, -1)
  const places = placesAt(
    document,
    [...(spot.path ?? []), key],
    [...outer, without(spot.around, entry)],
  )
  const value: Snippet =
    entry?.colon === undefined
      ? around(': ', snippetOf(places, indentAt(text, offset)), commaDue(typing))
      : { insert: '', caret: 0 }
  const [first] = places
  return {
    label: key,
    detail: kindOf(places),
    note: first ? noteOf(first) : '',
    ...around(`${afterValue ? ', ' : ''}${JSON.stringify(key)}`, value, ''),
  }
}

/** An object without the member that is being typed, which says nothing yet. */
function without(outline: Outline, entry: Entry | undefined): Outline {
  return { ...outline, entries: outline.entries.filter((one) => one !== entry) }
}

function valueOptions(typing: Typing): TextOption[] {
  const { document, spot, token, entry, text, offset } = typing
  const { around: container, path, outer } = spot
  const index = container.entries.filter(
    (one) => one.comma !== undefined && one.comma < offset,
  ).length
  const segment = container.kind === 'object' ? (entry?.key?.says ?? '') : index
  const places = placesAt(document, path === undefined ? [] : [...path, segment], outer)
  const options = [
    ...places.flatMap((place) => wordOptions(place, typing)),
    ...(token ? [] : places.flatMap((place) => shapeOptions(place, indentAt(text, offset)))),
  ]
  const comma = commaDue(typing)
  const told = options.map((one) => ({ ...one, ...around('', one, comma) }))
  const unique = [
    ...new Map(told.toReversed().map((one) => [one.label, one])).values(),
  ].toReversed()
  return matching(unique, token?.says.slice(0, offset - token.offset) ?? '', unquoted)
}

function wordOptions(place: Place, { spot, token }: Typing): TextOption[] {
  const { schema, document, at } = place
  const given = choicesOf(schema) ?? [
    ...(schema.examples ?? []).filter((one) => typeof one === 'string'),
    ...(document.words?.(at, spot.outer) ?? []),
    ...typesOf(schema).flatMap((type) => literals[type] ?? []),
  ]
  const written = given.map((one) => JSON.stringify(one) ?? '')
  return given.flatMap((value, index) => {
    const insert = written[index] ?? ''
    if (token?.kind === 'text' && typeof value !== 'string') return []
    return [
      { label: insert, detail: '', note: noteOfWord(place, value), insert, caret: insert.length },
    ]
  })
}

const literals: Record<string, readonly unknown[]> = { boolean: [true, false], null: [null] }

/** An object, list or text to begin with. */
function shapeOptions(place: Place, indent: string): TextOption[] {
  const { schema } = place
  if (choicesOf(schema)) return []
  return typesOf(schema).flatMap((type) => {
    const label = shapeLabel(type, place)
    const one = { ...place, schema: { ...schema, type } }
    const detail = kindOf([{ ...one, required: false }])
    return label ? [{ label, detail, note: noteOf(place), ...snippetOf([one], indent) }] : []
  })
}

function shapeLabel(type: string, { schema }: Place): string | undefined {
  if (type === 'array') return '[ … ]'
  if (type === 'string') return '""'
  if (type !== 'object') return undefined
  const telling = (schema.required ?? []).flatMap((key) => {
    const inner = schema.properties?.[key]
    return typeof inner === 'object' && inner.const !== undefined
      ? [`${JSON.stringify(key)}: ${JSON.stringify(inner.const)}, `]
      : []
  })
  const [first = ''] = telling
  const isAll = first !== '' && Object.keys(schema.properties ?? {}).length === 1
  return isAll ? `{ ${first.slice(0, -2)} }` : `{ ${first}… }`
}

/** A comma, where another member or entry follows without one. */
function commaDue({ spot, entry, offset }: Typing): string {
  if (entry?.comma !== undefined) return ''
  const later = spot.around.entries.some(
    (one) => (one.key ?? one.value)?.offset !== undefined && startOf(one) > offset,
  )
  return later ? ',' : ''
}

function startOf({ key, value }: Entry): number {
  return (key ?? value)?.offset ?? 0
}

/** What begins with the typed letters, then what holds them. */
function matching(
  options: readonly TextOption[],
  typed: string,
  nameOf: (label: string) => string,
): TextOption[] {
  const wanted = typed.toLowerCase()
  const rank = ({ label }: TextOption) => {
    const at = nameOf(label).toLowerCase().indexOf(wanted)
    return at > 0 ? 1 : at
  }
  return [0, 1].flatMap((wantedRank) => options.filter((one) => rank(one) === wantedRank))
}

function unquoted(label: string): string {
  return label.replace(/^"|"$/g, '')
}

/** The blanks that the line around an offset begins with. */
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}
