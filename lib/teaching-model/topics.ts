import type { Passage, Turn } from './turns.ts'

type Vector = Map<string, number>

/** The passages as tf–idf vectors of length 1. */
export interface TopicIndex {
  rarity: Vector
  passages: Vector[]
}

/** How much a document counts that has nothing in common with the conversation; the best counts 1. */
const background = 0.006
const sharpness = 2
const leaders = 2
const titleWeight = 1
const questionWeight = 2
/** How much a turn counts beside the one after it. */
const fading = 0.4
const systemWeight = 0.3

/** Prepares the comparison of conversations with passages. */
export function createTopicIndex(passages: readonly Passage[]): TopicIndex {
  const counts = passages.map(countPassage)
  const rarity = focusOf(
    passages.map(({ topic }) => topic),
    counts,
  )
  return { rarity, passages: counts.map((count) => toVector(count, rarity)) }
}

function focusOf(topics: readonly string[], counts: readonly Vector[]): Vector {
  const total: Vector = new Map()
  const byTopic = new Map<string, Vector>()
  counts.forEach((count, index) => {
    const topic = topics[index] ?? ''
    const sum = byTopic.get(topic) ?? new Map<string, number>()
    byTopic.set(topic, sum)
    for (const [word, times] of count) {
      add(total, word, times)
      add(sum, word, times)
    }
  })
  return mapValues(total, (all, word) => {
    let entropy = 0
    for (const sum of byTopic.values()) {
      const share = (sum.get(word) ?? 0) / all
      if (share > 0) entropy -= share * Math.log(share)
    }
    return Math.max(0, 1 - entropy / Math.log(byTopic.size))
  })
}

/**
 * How much each document counts for a conversation, from 0.01 to 1, in the documents' order: by the
 * cosine of their tf–idf vectors (Salton and Buckley 1988), relative to the fourth best, so that at
 * least four documents count fully and no single one is recited. Later turns count more than earlier
 * ones. Without a word in common all documents count the same.
 */
export function weighPassages(index: TopicIndex, turns: readonly Turn[]): Float64Array {
  const question = toVector(countTurns(turns), index.rarity)
  const likeness = Float64Array.from(index.passages, (passage) => cosine(question, passage))
  const best = likeness
    .filter((value) => value > 0)
    .sort()
    .slice(-leaders)
  const full = best[0]
  if (full === undefined) return likeness.fill(1)
  return likeness.map(
    (value) => background + (1 - background) * Math.min(1, value / full) ** sharpness,
  )
}

function countPassage({ topic, title, turns }: Passage): Vector {
  const count: Vector = new Map()
  for (const { speaker, text } of turns) {
    const weight = speaker === 'user' ? questionWeight : 1
    for (const word of words(text)) add(count, word, weight)
  }
  for (const word of words(`${topic} ${title}`)) add(count, word, titleWeight)
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

/** Words in lower case, the plural taken for the singular. */
function words(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) =>
    word.length > 3 ? word.replace(/(?<!s)s$/, '') : word,
  )
}

/** Damped counts times rarity, scaled to length 1. */
function toVector(count: Vector, rarity: Vector): Vector {
  const raw = mapValues(count, (times, word) => Math.log1p(times) * (rarity.get(word) ?? 0))
  const length = Math.hypot(...raw.values())
  return length > 0 ? mapValues(raw, (value) => value / length) : raw
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
