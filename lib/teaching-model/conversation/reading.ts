import { endingRates } from '../language/endings.ts'
import type { Row } from '../language/sources.ts'
import type { TeachingModel } from '../model.ts'
import { resultRows } from '../tools/results.ts'
import { copyRows } from './copying.ts'
import { mannerFit, mannersIn, mannersOf, type Manner, type MannerFit } from './manners.ts'
import { fillSlots, fillUnknown } from './slots.ts'
import { compare, weigh, type Likeness } from './topics.ts'
import { encodePassage, spokenByAssistant, type Passage, type Turn } from './turns.ts'

/** What a conversation makes of the model's text. */
export interface Reading {
  /** How much each passage of the corpus counts. */
  weights: Float64Array
  /** Passages made from the conversation itself. */
  rows: Row[]
  /** Those of them that are told word for word. */
  told: readonly Row[]
  /** How often such answers end after their sentence s, at s − 1; none where `rows` know the end. */
  endings: Float64Array
}

/** The topic of the passages that say that the model does not know. */
const notKnowing = 'not-knowing'
/** The least that a passage counts that says so, when the model does not know … */
const admission = 0.2
/** … and how much all the others count then. */
const guess = 0.01
/** Below this likeness of the best passage the model had better say that it does not know … */
const leastLikeness = 0.3
/** … and above this share of unknown words. */
const mostUnknown = 0.4
/** The manners that are forms of a whole reply. */
const forms: readonly Manner[] = ['json', 'list']
/** How much more a passage counts that was filled with the user's own words. */
const personal = 3

/**
 * Reads the turns before the reply. The reply so far does not turn the topic. Where the reply is to be
 * `formatted`, its form is seen to elsewhere, and is not asked for in words.
 */
export function readConversation(
  model: TeachingModel,
  turns: readonly Turn[],
  formatted = false,
): Reading {
  const likeness = compare(model.topics, turns)
  const asked = mannersIn(turns)
  if (formatted) for (const name of forms) asked.delete(name)
  const said = fillSlots(model.patterns, turns)
  const unknown = formatted ? [] : unknownWords(likeness, said)
  const word = unknown.find((one) => /\p{L}/u.test(one))
  const made = word ? fillUnknown(model.patterns, asWritten(word, turns)) : said
  const compared = [
    ...model.passages.map((passage, index) => ({
      passage,
      likeness: likeness.passages[index] ?? 0,
      fit: mannerFit(model.manners[index] ?? new Set(), asked),
    })),
    ...made.map((passage) => ({
      passage,
      likeness: likeness.of(passage),
      fit: mannerFit(mannersOf(passage), asked),
    })),
  ]
  const weights = Float64Array.from(weighAll(compared, unknown.length > 0, word ? 0 : admission))
  const ofCorpus = weights.slice(0, model.passages.length)
  const results = resultRows(model.patterns, turns)
  return {
    weights: ofCorpus,
    rows: [
      ...made.map((passage, index) =>
        rowOf(passage, personal * (weights[model.passages.length + index] ?? 0)),
      ),
      ...copyRows(turns),
      ...results,
    ],
    told: results,
    endings:
      results.length > 0 ? new Float64Array() : endingRates(...lengthsFor(model, ofCorpus, asked)),
  }
}

/** The most telling words that nothing in the model's text has, where such words are the greater part. */
function unknownWords(likeness: Likeness, made: readonly Passage[]): string[] {
  const unknown = likeness.unknown(made)
  const share = unknown.reduce((sum, [, part]) => sum + part, 0)
  return share > mostUnknown ? unknown.map(([word]) => word) : []
}

/** A word as the user wrote it. */
function asWritten(word: string, turns: readonly Turn[]): string {
  const texts = turns.map(({ text }) => text).toReversed()
  const found = texts.flatMap((text) => text.match(/[\p{L}\d]+/gu) ?? [])
  return found.find((one) => one.toLowerCase().startsWith(word)) ?? word
}

/** A passage beside a conversation. */
interface Compared {
  passage: Passage
  likeness: number
  fit: MannerFit
}

/**
 * How much each passage counts. The likest of those that answer as they should counts 1. When the model
 * does not know, those that say so count at least `admits`, and all that were not made for it little.
 */
function weighAll(compared: readonly Compared[], unknown: boolean, admits: number): number[] {
  const best = Math.max(0, ...compared.map(({ likeness }) => likeness))
  const lost = unknown || best < leastLikeness
  const closest = Math.max(...compared.map(({ fit }) => fit.factor))
  const fitting = compared.filter(({ fit }) => fit.factor === closest)
  const full = Math.max(0, ...fitting.map(({ likeness }) => likeness))
  return compared.map(({ passage, likeness, fit }) => {
    const weight = Math.max(fit.least, fit.factor * weigh(likeness, full))
    if (!lost) return weight
    const says = passage.topic === notKnowing && passage.turns.length > 1
    return says ? Math.max(admits, weight) : guess * weight
  })
}

/** Where a short answer was asked for, only short answers tell how long it is to be. */
function lengthsFor(
  { lengths, manners }: TeachingModel,
  weights: Float64Array,
  asked: ReadonlySet<Manner>,
): [readonly number[], Float64Array] {
  if (!asked.has('brief')) return [lengths, weights]
  return [lengths.map((length, index) => (manners[index]?.has('brief') ? length : 0)), weights]
}

function rowOf(passage: Passage, weight: number): Row {
  const ids = encodePassage(passage)
  return { ids, learned: spokenByAssistant(ids), weight }
}
