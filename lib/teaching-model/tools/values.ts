import { objectOf, type Schema } from './definitions.ts'
import { wordAfter, wordBefore, type Mention } from './mention.ts'
import { messageOf, sumOf, topicOf, type Wording } from './requests.ts'
import { keeps, kindOf, membersOf, withoutNull } from './schemas.ts'
import { nearness, purposeOf, type Purpose } from './purposes.ts'
import { bestLikeness, contentWords } from './words.ts'

/** One argument whose value is looked for. */
export interface Field {
  key: string
  schema: Schema
}

/** A text in which values are looked for, with what was found in it. */
export interface Said {
  text: string
  mentions: readonly Mention[]
}

/** A value that a text offers for an argument. */
export interface Value {
  value: string | number | boolean
  /** How well it fits: about 1 is a guess, 2 and more is what was meant. */
  weight: number
  /** The mention it comes from; nothing where the words of the whole text gave it. */
  mention?: Mention
}

/** The weight under which a value is not better than none. */
const leastWeight = 0.25

/**
 * The values that a text offers for an argument by its schema, its key and its description, the best
 * first and the earlier before the later. Nothing is made up: where the text offers none the list is
 * empty. For an array these are the values of its items.
 */
export function valuesFor({ key, schema }: Field, said: Said): Value[] {
  const plain = withoutNull(schema)
  const kind = kindOf(plain)
  if (kind === 'array') return valuesFor({ key, schema: objectOf(plain.items) }, said)
  const description = typeof schema.description === 'string' ? schema.description : ''
  return findersFor[kind]({ key, description, schema: plain }, said)
    .filter(({ weight }) => weight >= leastWeight)
    .toSorted((a, b) => b.weight - a.weight)
}

interface Plain extends Field {
  description: string
}

const findersFor = {
  string: texts,
  number: numbers,
  boolean: truth,
  enum: members,
  array: none,
  object: none,
  other: none,
} satisfies Record<string, (field: Plain, said: Said) => Value[]>

function none(): Value[] {
  return []
}

/** Texts: mentions that serve the argument's use, and where it is for free text the words themselves. */
function texts({ key, description, schema }: Plain, { text, mentions }: Said): Value[] {
  const use = purposeOf(key, description)
  const found = mentions.flatMap((mention): Value[] => {
    const fit = use.takes[mention.kind] ?? formatFit(schema, mention)
    const value = wantsIso(schema, description) ? (mention.value ?? mention.text) : mention.text
    const weight = fit * mention.weight * nearness(key, wordBefore(text, mention.start))
    return [{ value: String(value), weight, mention }]
  })
  return [...found, ...freeText(use, text)].filter(({ value }) => keeps(schema, String(value)))
}

function freeText({ free }: Purpose, text: string): Value[] {
  const toValue = ({ text: value, weight }: Wording): Value => ({ value, weight })
  if (free === undefined) return []
  if (free === 'message') return messageOf(text).map(toValue)
  return (free === 'sum' ? sumOf(text) : topicOf(text)).map(toValue)
}

function formatFit({ format }: Schema, { kind }: Mention): number {
  const wanted = format === 'uri' ? 'url' : format
  return wanted === kind || (format === 'date-time' && kind === 'date') ? 2 : 0
}

function wantsIso({ format }: Schema, description: string): boolean {
  return format === 'date' || format === 'date-time' || /\bYYYY-MM|ISO|\bHH:MM/.test(description)
}

/** Numbers: those that stand beside the argument's own words count most ("3 people", "room 12"). */
function numbers({ key, description, schema }: Plain, { text, mentions }: Said): Value[] {
  const words = contentWords(key)
  const more = contentWords(description)
  return mentions.flatMap((mention) => {
    const { kind, value, start, end } = mention
    if (kind !== 'number' || typeof value !== 'number' || !keeps(schema, value)) return []
    const [unit] = contentWords(wordAfter(text, end))
    const byKey = unit === undefined ? 0 : bestLikeness(unit, words)
    const byDescription = unit !== undefined && more.includes(unit) ? 0.5 : 0
    const near = nearness(key, wordBefore(text, start))
    return [{ value, weight: mention.weight * near * (1 + byKey + byDescription), mention }]
  })
}

/** Yes where the argument's own words are said, no where "no" or "without" stands before them. */
function truth({ key }: Plain, { text }: Said): Value[] {
  const lower = text.toLowerCase()
  const words = contentWords(key)
  const spoken = contentWords(text)
  if (words.length === 0 || words.some((word) => bestLikeness(word, spoken) < 0.9)) return []
  const denied = [...lower.matchAll(/\b(?:no|not|without|don['’]t|never)(?: \p{L}+){1,3}/gu)].some(
    ([near]) => words.some((word) => bestLikeness(word, contentWords(near)) >= 0.9),
  )
  return [{ value: !denied, weight: 2 }]
}

/** Members of an enumeration that the text names, by their own words or another name of the same thing. */
function members({ key, schema }: Plain, { text, mentions }: Said): Value[] {
  const spoken = contentWords(text)
  return membersOf(schema).flatMap((member): Value[] => {
    if (typeof member === 'number') return numberMember(key, member, { text, mentions })
    if (typeof member !== 'string') return []
    const words = contentWords(member)
    const weight = words.length > 0 ? leastLikeness(words, spoken) : Number(isSaid(member, text))
    return weight >= 0.9 ? [{ value: member, weight: 2 * weight }] : []
  })
}

function numberMember(key: string, member: number, said: Said): Value[] {
  const field = {
    key,
    schema: { type: 'number', minimum: member, maximum: member },
    description: '',
  }
  return numbers(field, said)
}

function leastLikeness(words: readonly string[], spoken: readonly string[]): number {
  return Math.min(...words.map((word) => bestLikeness(word, spoken)))
}

/** Whether a member such as "on", which is no content word, stands in the text as it is. */
function isSaid(member: string, text: string): boolean {
  return member !== '' && ` ${text.toLowerCase()} `.includes(` ${member.toLowerCase()} `)
}
