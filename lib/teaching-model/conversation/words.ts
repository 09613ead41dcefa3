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
    if (speaker === 'user') addWords(counts, asked(text), questionWeight)
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
    addWords(counts, asked(text), speaker === 'system' ? systemWeight : weight)
    if (speaker !== 'system') weight *= fading
  }
  return counts
}

/** The words of what the user asks in a passage; none where it has no question. */
export function countQuestion({ turns }: Passage): WordCounts {
  const counts: WordCounts = new Map()
  for (const { speaker, text } of turns) {
    if (speaker === 'user') addWords(counts, asked(text), 1)
  }
  return counts
}

/** The different ways in which one asks what something is. */
const definition =
  /(?<=^|[.!?]\s+)(?:(?:please|can you|could you)\s+)*(?:what(?:\s+(?:is|are|was|were)|['’]s)|who\s+(?:is|was)|tell me (?:something |a little |more )?about|explain|describe|define|what (?:do you know|can you tell me|can you say) about)\b/gi

/** A question without the words that ask for a manner, and with one word for all that ask what it is. */
function asked(text: string): string {
  return withoutManner(text).replace(definition, 'about')
}

const numerals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** Adds words in lower case, the plural taken for the singular, and small numbers in words. */
function addWords(counts: WordCounts, text: string, weight: number): void {
  for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []) {
    const single = word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
    const key = single ? word.slice(0, -1) : (numerals[Number(word)] ?? word)
    counts.set(key, (counts.get(key) ?? 0) + weight)
  }
}
