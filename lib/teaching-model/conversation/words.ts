import { withoutManner } from './manners.ts'
import type { Passage, Turn } from './turns.ts'

/** How often each word occurs, weighted. */
export type WordCounts = Map<string, number>

const questionWeight = 2
/** How much a turn counts beside the one after it. */
const fading = 0.2
const systemWeight = 0.3

/** The words of a passage with its topic and title; those of the question count twice. */
export function countPassage({ topic, title, turns }: Passage): WordCounts {
  const counts: WordCounts = new Map()
  addWords(counts, `${topic} ${title}`, 1)
  for (const { speaker, text } of turns) {
    if (speaker === 'user') addWords(counts, withoutManner(text), questionWeight)
    // A system message tells how to answer and not about what.
    else if (speaker === 'assistant') addWords(counts, text, 1)
  }
  return counts
}

/** The words of a conversation; a turn counts a fifth of the one after it. */
export function countTurns(turns: readonly Turn[]): WordCounts {
  const counts: WordCounts = new Map()
  let weight = 1
  for (const { speaker, text } of turns.toReversed()) {
    addWords(counts, withoutManner(text), speaker === 'system' ? systemWeight : weight)
    if (speaker !== 'system') weight *= fading
  }
  return counts
}

/** Adds words in lower case and numbers, the plural taken for the singular. */
function addWords(counts: WordCounts, text: string, weight: number): void {
  for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []) {
    const single = word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
    const key = single ? word.slice(0, -1) : word
    counts.set(key, (counts.get(key) ?? 0) + weight)
  }
}
