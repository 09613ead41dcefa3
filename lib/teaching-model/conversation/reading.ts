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
  /**
   * The same for the first token of the reply, where a form was asked for: it is taken from those
   * passages that have the form, whatever they are about.
   */
  openings: Float64Array | undefined
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
/** A passage with no more than this factor answers in a way that nobody asked for. */
const strange = 0.001
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
    openings: compared.some(({ fit }) => fit.least > 0)
      ? ofCorpus.map((weight, index) => ((compared[index]?.fit.least ?? 0) > 0 ? weight : 0))
      : undefined,
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
 * How much each passage counts. Where a manner was asked for, the passages that have it are measured by
 * the likest among themselves, as long as that is half as like as the likest of all that answer in no
 * strange way; these measure the others. When the model does not know, the passages that say so count at
 * least `admits`, and all that were not made for it little.
 */
function weighAll(compared: readonly Compared[], unknown: boolean, admits: number): number[] {
  const likest = (of: (fit: MannerFit) => boolean) =>
    Math.max(0, ...compared.map(({ fit, likeness }) => (of(fit) ? likeness : 0)))
  const best = likest(({ factor }) => factor > strange)
  const bestAsAsked = Math.max(
    likest(({ least }) => least > 0),
    best / 2,
  )
  const lost = unknown || likest(() => true) < leastLikeness
  return compared.map(({ passage, likeness, fit }) => {
    const full = fit.least > 0 ? bestAsAsked : best
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
