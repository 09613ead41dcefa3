import { passagesOf, type Passage, type Turn } from './turns.ts'
import type { Document } from './document.ts'

/**
 * A slot of a document, `{kind|sample}`: a place for what somebody says in the conversation. It stands
 * in the user's words and again in the answer: “My name is {name|Ana}.” – “Hello, {name|Ana}!”
 */
const slot = /\{([a-z]+)\|([^{}|]+)\}/g

/** What can stand in a slot, by its kind. */
const forms: Readonly<Record<string, string>> = {
  name: String.raw`\p{L}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?`,
  city: String.raw`\p{L}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*`,
  number: String.raw`\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`,
  date: String.raw`[\p{L}\d]+(?: [\p{L}\d]+){0,2}`,
  thing: String.raw`[\p{L}\d]+(?: [\p{L}\d]+){0,2}`,
}

/** Words after a slot that need not follow in the conversation: there a sentence may simply end. */
const looseEnds = new Set(['and', 'tomorrow', 'today'])

/** Whether a passage has places to be filled, so that it cannot be learned as it stands. */
function hasSlots({ turns }: Passage): boolean {
  return turns.some(({ text }) => text.search(slot) >= 0)
}

/** The slot for a word that the model's text does not have. */
const unknownSlot = /\{unknown\|[^{}|]+\}/

/** The passages that are about a word the model does not know, with that word in them. */
export function fillUnknown(documents: readonly Document[], word: string): Passage[] {
  return documents
    .flatMap(passagesOf)
    .filter(({ turns }) => turns.some(({ text }) => unknownSlot.test(text)))
    .flatMap((passage) => filled(passage, () => word) ?? [])
}

/** The topic of the documents that tell how the result of a tool is told. */
export const toolResults = 'tool-results'

/** Whether a passage is a pattern for replies and not itself something to say. */
export function isPattern(passage: Passage): boolean {
  return passage.topic === toolResults || hasSlots(passage)
}

/**
 * The passages with slots that the user's words fill, filled. A document is taken where the words
 * around each of its slots occur in what the user said (the last saying counts).
 */
export function fillSlots(documents: readonly Document[], turns: readonly Turn[]): Passage[] {
  const said = turns.filter(({ speaker }) => speaker === 'user').map(({ text }) => text)
  return documents.flatMap((document) => {
    const passages = passagesOf(document).filter(hasSlots)
    const values = passages.length > 0 ? valuesFor(passages, said) : undefined
    return values
      ? passages.flatMap((passage) => filled(passage, (markup) => values.get(markup)) ?? [])
      : []
  })
}

/** A text with its slots replaced; nothing where a value is missing. */
export function fill(
  text: string,
  valueOf: (markup: string) => string | undefined,
): string | undefined {
  const whole = text.replaceAll(slot, (markup) => valueOf(markup) ?? markup)
  return whole.search(slot) < 0 ? whole : undefined
}

function filled(
  passage: Passage,
  valueOf: (markup: string) => string | undefined,
): Passage | undefined {
  const turns = passage.turns.flatMap(({ speaker, text }) => {
    const whole = fill(text, valueOf)
    return whole === undefined ? [] : [{ speaker, text: capitalised(whole) }]
  })
  return turns.length === passage.turns.length ? { ...passage, turns } : undefined
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** What the user said for each slot, by its markup; nothing where one of them was not said. */
function valuesFor(
  passages: readonly Passage[],
  said: readonly string[],
): Map<string, string> | undefined {
  const asked = passages.flatMap(({ turns }) => turns.filter(({ speaker }) => speaker === 'user'))
  if (asked.some(({ text }) => unknownSlot.test(text))) return undefined
  const values = new Map<string, string>()
  for (const [markup, pattern] of asked.flatMap(({ text }) => patternsIn(text))) {
    const value = lastMatch(pattern, said)
    if (value === undefined) return undefined
    values.set(markup, value)
  }
  return values.size > 0 ? values : undefined
}

interface Pattern {
  around: RegExp
  /** A name without a capital is hardly one, unless the words before it say that it is a name. */
  capital: boolean
}

/** For each slot of a user's text, by its markup: what must stand around its value. */
function patternsIn(text: string): [string, Pattern][] {
  return [...text.matchAll(slot)].map((match) => {
    const [markup, kind = ''] = match
    const before = wordsOf(text.slice(0, match.index)).slice(-3)
    const [after] = wordsOf(text.slice(match.index + markup.length))
    const left = before.map((word) => `${word}\\s+`).join('')
    const right = after === undefined || looseEnds.has(after) ? '(?![\\p{L}\\d])' : `\\s+${after}`
    const around = new RegExp(`(?<!\\p{L})${left}(${forms[kind] ?? forms.thing})${right}`, 'iu')
    const named = before.some((word) => /^(?:name|call|called)$/i.test(word))
    return [markup, { around, capital: (kind === 'name' || kind === 'city') && !named }]
  })
}

function wordsOf(text: string): string[] {
  return text.replaceAll(slot, ' ').match(/\p{L}+/gu) ?? []
}

function lastMatch({ around, capital }: Pattern, said: readonly string[]): string | undefined {
  for (const text of said.toReversed()) {
    const value = around.exec(text)?.[1]
    if (value !== undefined && !(capital && /^\p{Ll}/u.test(value))) return value
  }
  return undefined
}
