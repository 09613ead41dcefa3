import type { Passage, Turn } from './turns.ts'
import { countPassage, countTurns, type WordCounts } from './words.ts'

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
}

/** How much a passage counts that has nothing in common with the conversation; the best count 1. */
const background = 0.0005
const sharpness = 6

/** Prepares the comparison of conversations with passages. */
export function createTopicIndex(passages: readonly Passage[]): TopicIndex {
  const numbers = new Map<string, number>()
  const counts = passages.map((passage) => {
    const counted = countPassage(passage)
    for (const word of counted.keys()) if (!numbers.has(word)) numbers.set(word, numbers.size)
    return toVector(counted, numbers)
  })
  const focus = focusOf(sumByTopic(passages, counts, numbers.size))
  for (const vector of counts) emphasise(vector, focus)
  return { numbers, focus, passages: counts }
}

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
 * Compares a conversation with the passages. A word counts by its damped number of occurrences and by
 * how much it says about the topic; one that no passage knows says most of all, and makes the
 * conversation less like all of them.
 */
export function compare(index: TopicIndex, turns: readonly Turn[]): Likeness {
  const question = weightedWords(countTurns(turns), index)
  const dense = new Float64Array(index.focus.length)
  for (const [word, value] of question) {
    const number = index.numbers.get(word)
    if (number !== undefined) dense[number] = value
  }
  return {
    passages: Float64Array.from(index.passages, (passage) => cosine(dense, passage)),
    of(passage) {
      const other = weightedWords(countPassage(passage), index)
      return [...question].reduce((sum, [word, value]) => sum + value * (other.get(word) ?? 0), 0)
    },
    unknown(besides) {
      const extra = new Set(besides.flatMap((passage) => [...countPassage(passage).keys()]))
      return [...question]
        .filter(([word]) => !index.numbers.has(word) && !extra.has(word))
        .map(([word, value]): [string, number] => [word, value * value])
        .toSorted(([, a], [, b]) => b - a)
    },
  }
}

/**
 * How much a passage counts, from 0.0005 to 1: the sixth power of its likeness relative to `full`, the
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

/** Turns counts, in place, to damped counts times focus, scaled to length 1. */
function emphasise({ words, values }: Vector, focus: Float64Array): void {
  let square = 0
  for (let index = 0; index < values.length; index++) {
    const value = Math.log1p(values[index] ?? 0) * (focus[words[index] ?? 0] ?? 0)
    values[index] = value
    square += value * value
  }
  const length = Math.sqrt(square)
  if (length === 0) return
  for (let index = 0; index < values.length; index++) values[index] = (values[index] ?? 0) / length
}

/** The same for words of which some are in no passage. */
function weightedWords(counts: WordCounts, { numbers, focus }: TopicIndex): WordCounts {
  const focusOfWord = (word: string) => focus[numbers.get(word) ?? -1] ?? 1
  const raw = [...counts].map(([word, times]): [string, number] => [
    word,
    Math.log1p(times) * focusOfWord(word),
  ])
  const length = Math.hypot(...raw.map(([, value]) => value)) || 1
  return new Map(raw.map(([word, value]) => [word, value / length]))
}

function cosine(dense: Float64Array, { words, values }: Vector): number {
  let sum = 0
  for (let index = 0; index < words.length; index++) {
    sum += (dense[words[index] ?? 0] ?? 0) * (values[index] ?? 0)
  }
  return sum
}
