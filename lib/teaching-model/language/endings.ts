import type { Passage } from '../conversation/turns.ts'

/** Answers of more sentences than this all count as being this long. */
const longest = 12

/** A sentence's end at the end of a text. After a digit it is rather a decimal point or an ordinal. */
const sentenceEnd = /(?<=[^\d\s]["')\]]*)[.!?]["')\]]*$/

const sentenceEnds = /(?<=[^\d\s]["')\]]*)[.!?]+["')\]]*(?=\s|$)/g

/** How many sentences the assistant says in a passage. */
export function countSentences({ turns }: Passage): number {
  const said = turns.filter(({ speaker }) => speaker === 'assistant')
  return said.reduce((sum, { text }) => sum + (text.match(sentenceEnds)?.length ?? 0), 0)
}

/** Whether a text ends with a sentence's end. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text)
}

/**
 * How often answers end after a sentence that they reach: entry s − 1 is, among answers of at least s
 * sentences, the share of those of exactly s (a discrete hazard rate). `lengths` are the numbers of
 * sentences of the passages, each counted with its weight; answers without a sentence say nothing.
 */
export function endingRates(lengths: readonly number[], weights: Float64Array): Float64Array {
  const ofLength = new Float64Array(longest)
  lengths.forEach((length, index) => {
    if (length === 0) return
    const place = Math.min(length, longest) - 1
    ofLength[place] = (ofLength[place] ?? 0) + (weights[index] ?? 0)
  })
  let left = ofLength.reduce((sum, weight) => sum + weight, 0)
  return ofLength.map((weight) => {
    const rate = left > 0 ? weight / left : 1
    left -= weight
    return Math.min(1, rate)
  })
}
