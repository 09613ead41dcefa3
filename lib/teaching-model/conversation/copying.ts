import type { Row } from '../language/sources.ts'
import { encode } from '../tokens.ts'
import type { Turn } from './turns.ts'

/** How much a name or a number of the prompt counts after the words that it followed there. */
const weight = 1

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
        .map((match) => rowOf(text.slice(0, match.index), match[0])),
    )
}

function rowOf(before: string, found: string): Row {
  const context = encode(before.trimEnd()).slice(-2)
  const copied = encode(/\s$/.test(before) ? ` ${found}` : found)
  const ids = [...context, ...copied]
  return { ids, learned: ids.map((_, index) => index >= context.length), weight }
}
