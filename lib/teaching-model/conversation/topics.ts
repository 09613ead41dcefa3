import { withoutManner } from './manners.ts'
import type { Passage, Turn } from './turns.ts'

type Vector = Map<string, number>

/** The passages as vectors of weighted words, each of length 1, turned over: by word. */
export interface TopicIndex {
  /** How much a word says about the topic, 0 to 1. */
  focus: Vector
  /** For each word: the passages (0-based) that have it, each with its weight there. */
  occurrences: ReadonlyMap<string, readonly (readonly [passage: number, weight: number])[]>
  /** How many passages there are. */
  size: number
}

/** How much a passage counts that has nothing in common with the conversation; the best count 1. */
const background = 0.0005
const sharpness = 6
const questionWeight = 2
/** How much a turn counts beside the one after it. */
const fading = 0.2
const systemWeight = 0.3

/** Prepares the comparison of conversations with passages. */
export function createTopicIndex(passages: readonly Passage[]): TopicIndex {
  const counts = passages.map(countPassage)
  const focus = focusOf(sumByTopic(passages, counts))
  const occurrences = new Map<string, [number, number][]>()
  for (const [passage, count] of counts.entries()) {
    for (const [word, weight] of toVector(count, focus)) {
      const found = occurrences.get(word)
      if (found) found.push([passage, weight])
      else occurrences.set(word, [[passage, weight]])
    }
  }
  return { focus, occurrences, size: passages.length }
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
 * Compares a conversation with the passages. Later turns count more than earlier ones. A word that no
 * passage knows makes the conversation less like all of them.
 */
export function compare(index: TopicIndex, turns: readonly Turn[]): Likeness {
  const { focus } = index
  const question = toVector(countTurns(turns), focus)
  return {
    passages: cosines(question, index),
    of: (passage) => cosine(question, toVector(countPassage(passage), focus)),
    unknown(besides) {
      const extra = new Set(besides.flatMap((passage) => [...countPassage(passage).keys()]))
      return [...question]
        .filter(([word]) => !focus.has(word) && !extra.has(word))
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

function countPassage({ topic, title, turns }: Passage): Vector {
  const count: Vector = new Map()
  for (const word of words(`${topic} ${title}`)) add(count, word, 1)
  for (const { speaker, text } of turns) {
    // A system message tells how to answer and not about what.
    if (speaker === 'system') continue
    const weight = speaker === 'user' ? questionWeight : 1
    for (const word of words(text)) add(count, word, weight)
  }
  return count
}

function countTurns(turns: readonly Turn[]): Vector {
  const count: Vector = new Map()
  let weight = 1
  for (const { speaker, text } of turns.toReversed()) {
    const share = speaker === 'system' ? systemWeight : weight
    for (const word of words(text)) add(count, word, share)
    if (speaker !== 'system') weight *= fading
  }
  return count
}

/** Words in lower case and numbers, the plural taken for the singular. */
function words(text: string): string[] {
  return (
    withoutManner(text)
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? []
  ).map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
}

function sumByTopic(passages: readonly Passage[], counts: readonly Vector[]): Vector[] {
  const sums = new Map<string, Vector>()
  passages.forEach(({ topic }, index) => {
    const sum = sums.get(topic) ?? new Map<string, number>()
    sums.set(topic, sum)
    for (const [word, times] of counts[index] ?? []) add(sum, word, times)
  })
  return [...sums.values()]
}

/**
 * 1 − H / ln n, where H is the entropy of a word's spread over the n topics: 1 for a word of one topic,
 * 0 for one spread evenly (the log-entropy weighting of Dumais 1991).
 */
function focusOf(topics: readonly Vector[]): Vector {
  const total: Vector = new Map()
  for (const topic of topics) for (const [word, times] of topic) add(total, word, times)
  const spread: Vector = new Map()
  for (const topic of topics) {
    for (const [word, times] of topic) {
      const share = times / (total.get(word) ?? times)
      add(spread, word, -share * Math.log(share))
    }
  }
  const highest = Math.log(Math.max(2, topics.length))
  return mapValues(spread, (entropy) => Math.max(0, 1 - entropy / highest))
}

/** Damped counts times focus, scaled to length 1. A word that no passage has says most of all. */
function toVector(count: Vector, focus: Vector): Vector {
  const raw = mapValues(count, (times, word) => Math.log1p(times) * (focus.get(word) ?? 1))
  const length = Math.hypot(...raw.values())
  return length > 0 ? mapValues(raw, (value) => value / length) : raw
}

/** The cosines of a vector with all passages. */
function cosines(a: Vector, { occurrences, size }: TopicIndex): Float64Array {
  const sums = new Float64Array(size)
  for (const [word, value] of a) {
    for (const [passage, weight] of occurrences.get(word) ?? []) {
      sums[passage] = (sums[passage] ?? 0) + value * weight
    }
  }
  return sums
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0)
  return sum
}

function add(vector: Vector, word: string, amount: number): void {
  vector.set(word, (vector.get(word) ?? 0) + amount)
}

function mapValues(vector: Vector, change: (value: number, word: string) => number): Vector {
  return new Map([...vector].map(([word, value]) => [word, change(value, word)]))
}
