import type { Passage, Turn } from './turns.ts'
import { countPassage, countQuestion, countTurns, type WordCounts } from './words.ts'

/** Some words by their numbers, in no order, each with its value. */
interface Vector {
  words: Int32Array
  values: Float64Array
}

/** The passages as vectors of weighted words, each of length 1. */
export interface TopicIndex {
  /** The number of each word that a passage has, 0-based. */
  numbers: ReadonlyMap<string, number>
  /** How much a word says about the topic, 0 to 1, by its number. */
  focus: Float64Array
  passages: readonly Vector[]
  /** The same for the question of each passage alone; empty where it has none. */
  questions: readonly Vector[]
}

/** What every word of a question counts besides what it says about the topic. */
const ground = 0.1
/** How much like a conversation a passage is whose question is the very same. */
const sameQuestion = 0.65

/** How much a passage counts that has nothing in common with the conversation; the best count 1. */
const background = 0.00003
const sharpness = 4

/** Prepares the comparison of conversations with passages. */
export function createTopicIndex(passages: readonly Passage[]): TopicIndex {
  const numbers = new Map<string, number>()
  const counts = passages.map((passage) => {
    const counted = countPassage(passage)
    for (const word of counted.keys()) if (!numbers.has(word)) numbers.set(word, numbers.size)
    return toVector(counted, numbers)
  })
  const questions = passages.map((passage) => toVector(countQuestion(passage), numbers))
  const focus = focusOf(sumByTopic(passages, counts, numbers.size))
  for (const vector of counts) emphasise(vector, focus, 0)
  for (const vector of questions) emphasise(vector, focus, ground)
  return { numbers, focus, passages: counts, questions }
}

const empty: Vector = { words: new Int32Array(), values: new Float64Array() }

/** How much passages have in common with a conversation, from 0 to 1: the cosine of their words. */
export interface Likeness {
  /** For each passage of the index. */
  passages: Float64Array
  /** For a passage outside it. */
  of(passage: Passage): number
  /**
   * The words of the conversation that neither the passages nor `besides` have, the most telling first,
   * each with its share of the whole, 0 to 1.
   */
  unknown(besides: readonly Passage[]): [word: string, share: number][]
}

/**
 * Compares a conversation with the passages, by all words and by the words of the questions alone, of
 * which the better counts. A word counts by its damped number of occurrences and by
 * how much it says about the topic; one that no passage knows says most of all, and makes the
 * conversation less like all of them.
 */
export function compare(index: TopicIndex, turns: readonly Turn[]): Likeness {
  const said = countTurns(turns)
  const all = weightedWords(said, index, 0)
  const question = weightedWords(said, index, ground)
  const user = turns.filter(({ speaker }) => speaker === 'user')
  const likenessOf = (whole: number, asked: number) => Math.max(whole, sameQuestion * asked)
  const denseAll = toDense(all, index)
  const denseQuestion = toDense(question, index)
  const questionAt = (place: number) => index.questions[place] ?? empty
  return {
    passages: Float64Array.from(index.passages, (passage, place) =>
      likenessOf(cosine(denseAll, passage), cosine(denseQuestion, questionAt(place))),
    ),
    of: (passage) =>
      likenessOf(
        dot(all, weightedWords(countPassage(passage), index, 0)),
        dot(question, weightedWords(countQuestion(passage), index, ground)),
      ),
    unknown(besides) {
      const extra = new Set(besides.flatMap((passage) => [...countPassage(passage).keys()]))
      return [...weightedWords(countTurns(user), index, 0)]
        .filter(([word]) => !index.numbers.has(word) && !extra.has(word))
        .map(([word, value]): [string, number] => [word, value * value])
        .toSorted(([, a], [, b]) => b - a)
    },
  }
}

/**
 * How much a passage counts, from 0.00003 to 1: the fourth power of its likeness relative to `full`, the
 * likeness from which a passage counts fully.
 */
export function weigh(likeness: number, full: number): number {
  if (full <= 0) return 1
  return background + (1 - background) * Math.min(1, likeness / full) ** sharpness
}

function toVector(counts: WordCounts, numbers: ReadonlyMap<string, number>): Vector {
  return {
    words: Int32Array.from(counts.keys(), (word) => numbers.get(word) ?? 0),
    values: Float64Array.from(counts.values()),
  }
}

/** For each topic the counts of all words, by number. */
function sumByTopic(
  passages: readonly Passage[],
  counts: readonly Vector[],
  size: number,
): Float64Array[] {
  const sums = new Map<string, Float64Array>()
  passages.forEach(({ topic }, index) => {
    const sum = sums.get(topic) ?? new Float64Array(size)
    sums.set(topic, sum)
    counts[index]?.words.forEach((word, place) => {
      sum[word] = (sum[word] ?? 0) + (counts[index]?.values[place] ?? 0)
    })
  })
  return [...sums.values()]
}

/**
 * 1 − H / ln n, where H is the entropy of a word's spread over the n topics: 1 for a word of one topic,
 * 0 for one spread evenly (the log-entropy weighting of Dumais 1991).
 */
function focusOf(topics: readonly Float64Array[]): Float64Array {
  const highest = Math.log(Math.max(2, topics.length))
  return Float64Array.from({ length: topics[0]?.length ?? 0 }, (_, word) => {
    let total = 0
    for (const topic of topics) total += topic[word] ?? 0
    let entropy = 0
    for (const topic of topics) {
      const share = (topic[word] ?? 0) / total
      if (share > 0) entropy -= share * Math.log(share)
    }
    return Math.max(0, 1 - entropy / highest)
  })
}

/** Turns counts, in place, to damped counts times focus (plus `least`), scaled to length 1. */
function emphasise({ words, values }: Vector, focus: Float64Array, least: number): void {
  let square = 0
  for (let index = 0; index < values.length; index++) {
    const value = Math.log1p(values[index] ?? 0) * (least + (focus[words[index] ?? 0] ?? 0))
    values[index] = value
    square += value * value
  }
  const length = Math.sqrt(square)
  if (length === 0) return
  for (let index = 0; index < values.length; index++) values[index] = (values[index] ?? 0) / length
}

/** The same for words of which some are in no passage. */
function weightedWords(
  counts: WordCounts,
  { numbers, focus }: TopicIndex,
  least: number,
): WordCounts {
  const focusOfWord = (word: string) => least + (focus[numbers.get(word) ?? -1] ?? 1)
  const raw = [...counts].map(([word, times]): [string, number] => [
    word,
    Math.log1p(times) * focusOfWord(word),
  ])
  const length = Math.hypot(...raw.map(([, value]) => value)) || 1
  return new Map(raw.map(([word, value]) => [word, value / length]))
}

/** Values by the number of their word. */
function toDense(words: WordCounts, { numbers, focus }: TopicIndex): Float64Array {
  const dense = new Float64Array(focus.length)
  for (const [word, value] of words) {
    const number = numbers.get(word)
    if (number !== undefined) dense[number] = value
  }
  return dense
}

function dot(some: WordCounts, others: WordCounts): number {
  return [...some].reduce((sum, [word, value]) => sum + value * (others.get(word) ?? 0), 0)
}

function cosine(dense: Float64Array, { words, values }: Vector): number {
  let sum = 0
  for (let index = 0; index < words.length; index++) {
    sum += (dense[words[index] ?? 0] ?? 0) * (values[index] ?? 0)
  }
  return sum
}
