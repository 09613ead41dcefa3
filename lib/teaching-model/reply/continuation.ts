import { longestContext } from '../language/smoothing.ts'
import type { Predictor } from '../language/predictor.ts'

/** One reply's source of distributions, token by token. */
export interface Continuation {
  /** Writes the probability of each candidate as the next token; 0 where it cannot be; they sum to 1. */
  predict(into: Float64Array): void
  /** Takes note of the token that was drawn, by candidate index. */
  accept(candidate: number): void
}

/** Free text that goes on from a prompt (token ids); `ids` are the candidates' token ids. */
export function continueText(
  predict: Predictor,
  prompt: readonly number[],
  ids: Int32Array,
): Continuation {
  const context = prompt.slice(-longestContext)
  return {
    predict: (into) => predict(context, into),
    accept(candidate) {
      context.push(ids[candidate] ?? 0)
      if (context.length > longestContext) context.shift()
    },
  }
}
