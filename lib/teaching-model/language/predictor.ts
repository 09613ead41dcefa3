import { findContexts, type Range } from './contexts.ts'
import type { TeachingModel } from '../model.ts'
import { longestContext, smoothing } from './smoothing.ts'

/**
 * Writes the probabilities of the next token after `context` (token ids, the latest last) into the
 * first places of `into`, in the order of the model's vocabulary. They are all above 0 and sum to 1.
 */
export type Predictor = (context: readonly number[], into: Float64Array) => void

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
 * weight, so that the shorter, topical ones decide.
 */
export function createPredictor(model: TeachingModel, passageWeights: Float64Array): Predictor {
  const size = model.vocabulary.length
  const weight = new Float64Array(size)
  const times = new Int32Array(size)
  const seen: number[] = []
  const everything: Range = { start: 0, end: model.contexts.order.length }

  function count({ start, end }: Range): number {
    let total = 0
    for (let entry = start; entry < end; entry++) {
      const position = model.contexts.order[entry] ?? 0
      const candidate = model.candidates[position] ?? 0
      const value = passageWeights[model.passageOf[position] ?? 0] ?? 0
      if (times[candidate] === 0) seen.push(candidate)
      times[candidate] = (times[candidate] ?? 0) + 1
      weight[candidate] = (weight[candidate] ?? 0) + value
      total += value
    }
    return total
  }

  /** Adds one order's own part, of the `share` that longer orders left, and gives what it leaves. */
  function addOrder(order: number, range: Range, share: number, into: Float64Array): number {
    const { discount, strength } = smoothing[order] ?? { discount: 0, strength: 0 }
    const total = count(range) + strength
    let kept = 0
    for (const candidate of seen) {
      const part = ((weight[candidate] ?? 0) * (1 - discount / (times[candidate] ?? 1))) / total
      into[candidate] = (into[candidate] ?? 0) + share * part
      kept += part
      weight[candidate] = 0
      times[candidate] = 0
    }
    seen.length = 0
    return share * (1 - kept)
  }

  function addAll(into: Float64Array, amounts: Float64Array, share: number): void {
    for (let index = 0; index < size; index++) {
      into[index] = (into[index] ?? 0) + share * (amounts[index] ?? 0)
    }
  }

  const shortest = new Float64Array(size)
  const uniform = new Float64Array(size).fill(1 / size)
  addAll(shortest, uniform, addOrder(0, everything, 1, shortest))

  return (context, into) => {
    into.fill(0, 0, size)
    const ranges = findContexts(model.contexts, context, longestContext)
    let share = 1
    for (let order = ranges.length; order > 0; order--) {
      share = addOrder(order, ranges[order - 1] ?? everything, share, into)
    }
    addAll(into, shortest, share)
  }
}
