import type { Candidates } from '../sampling/candidates.ts'
import { findContexts, type Range } from './contexts.ts'
import { longestContext, smoothing } from './smoothing.ts'
import type { Source } from './sources.ts'
import { createTally } from './tally.ts'

/**
 * Writes the probabilities of the next token after `context` (token ids, the latest last) into
 * `into`, one for each candidate in their order. They are all above 0 and sum to 1.
 */
export type Predictor = (context: readonly number[], into: Float64Array) => void

/** The share of each token that no text holds and only the request names, where nothing else speaks. */
const floor = 1e-7

/**
 * An n-gram model of orders 1 to 5, all orders interpolated:
 *
 *   p_k(t | h) = Σ w (1 − D_k/c) / (W + θ_k)  +  (the rest of 1) · p_{k−1}(t | h without its first token)
 *
 * where the sum runs over the occurrences of t after the k tokens h, each with the weight w of its
 * passage, c is their number, W the weight of all that follows h, and p_{−1} is uniform over the
 * vocabulary. With equal weights this is the predictive rule of the hierarchical Pitman–Yor language
 * model with one table per word (Teh 2006), that is interpolated absolute discounting (Ney, Essen
 * and Kneser 1994) with a strength θ added. Contexts that only far-off passages have carry little
 * weight, so that the shorter, topical ones decide. The occurrences are counted over all sources. With
 * no context those that follow the same token count once (Kneser and Ney 1995): a token that stands in
 * one context only, however often, such as one that begins answers, is unlikely in any other.
 */
export function createPredictor(sources: readonly Source[], candidates: Candidates): Predictor {
  const tally = createTally(candidates.ids.length)

  /** Adds one order's own part, of the `share` that longer orders left, and gives what it leaves. */
  function addOrder(order: number, ranges: Ranges, share: number, into: Float64Array): number {
    const { discount, strength } = smoothing[order] ?? { discount: 0, strength: 0 }
    const back = order === 0 ? 1 : 0
    let total = strength
    sources.forEach((source, index) => {
      const range = ranges[index]
      if (range) total += tally.add(source, range, back)
    })
    let kept = 0
    for (const candidate of tally.seen) {
      const counted = tally.weightOf(candidate) * (1 - discount / tally.timesOf(candidate))
      const part = counted / total
      into[candidate] = (into[candidate] ?? 0) + share * part
      kept += part
    }
    tally.clear()
    return share * (1 - kept)
  }

  /** What is said without any context. It takes a walk through the whole corpus. */
  function withoutContext(): Float64Array {
    const shares = new Float64Array(candidates.ids.length)
    const everything = sources.map(({ contexts }) => ({ start: 0, end: contexts.order.length }))
    addAll(shares, uniform(candidates), addOrder(0, everything, 1, shares))
    return shares
  }

  let shortest: Float64Array | undefined
  return (context, into) => {
    into.fill(0)
    const found = sources.map(({ contexts }) => findContexts(contexts, context, longestContext))
    let share = 1
    for (let order = Math.max(...found.map(({ length }) => length)); order > 0; order--) {
      const ranges = found.map((of) => of[order - 1])
      share = addOrder(order, ranges, share, into)
    }
    shortest ??= withoutContext()
    addAll(into, shortest, share)
  }
}

/** For each source the positions that stand in a context, if it has any. */
type Ranges = readonly (Range | undefined)[]

function addAll(into: Float64Array, amounts: Float64Array, share: number): void {
  for (let index = 0; index < into.length; index++) {
    into[index] = (into[index] ?? 0) + share * (amounts[index] ?? 0)
  }
}

/** The same share for every token of the vocabulary, and nearly nothing for those outside it. */
function uniform({ ids, ofVocabulary }: Candidates): Float64Array {
  const outside = ids.length - ofVocabulary.length
  const shares = new Float64Array(ids.length).fill(floor)
  const share = (1 - outside * floor) / ofVocabulary.length
  for (const index of ofVocabulary) shares[index] = share
  return shares
}
