import type { Row } from '../language/sources.ts'
import { encode } from '../tokens.ts'
import type { Turn } from './turns.ts'

/** How much a name or a number of the prompt counts after the words that it followed there. */
const weight = 1

/** So many characters before a span hold its last two tokens; to encode all would take the square. */
const near = 80

/** Of a very long prompt only the latest spans are copied, so that reading it takes a bounded time. */
const mostSpans = 1000

/** Names (words with a capital inside a sentence) and numbers. */
const span = /(?<=[^.!?\s]\s)\p{Lu}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*)*|\d+(?:[.,:]\d+)*/gu

/**
 * The copy component: for each name and number in the user's words a row of the two tokens before it
 * and the span itself, of which only the span is learned. After the same words in the reply the span
 * of the prompt has a share beside what the corpus says there, and a span once begun is finished.
 * (A cache model in the sense of Kuhn and De Mori 1990, restricted to what is worth copying.)
 */
export function copyRows(turns: readonly Turn[]): Row[] {
  return turns
    .filter(({ speaker }) => speaker === 'user')
    .flatMap(({ text }) =>
      [...text.matchAll(span)]
        .filter(([found]) => found !== 'I')
        .map(({ 0: found, index }) => ({ found, index, text })),
    )
    .slice(-mostSpans)
    .map(({ found, index, text }) => rowOf(text.slice(Math.max(0, index - near), index), found))
}

function rowOf(before: string, found: string): Row {
  const context = encode(lastWords(before)).slice(-2)
  const copied = encode(/\s$/.test(before) ? ` ${found}` : found)
  const ids = [...context, ...copied]
  return { ids, learned: ids.map((_, index) => index >= context.length), weight }
}

/** The last two words with the space before each: their last tokens are those of the whole text. */
function lastWords(before: string): string {
  const words = before.trimEnd()
  return /(?:\s+\S+){2}$/.exec(words)?.[0] ?? words
}
