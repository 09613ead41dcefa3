import type { TeachingModel } from '../model.ts'

/** The tokens that can be drawn in one request. */
export interface Candidates {
  /** Token ids, ascending. */
  ids: Int32Array
  /** Index into `ids` by token id. */
  indexOf: ReadonlyMap<number, number>
  /** Index into `ids` by index into the model's vocabulary. */
  ofVocabulary: Int32Array
}

/** The probability of a token that only `logit_bias` brought in, before the bias. */
const floor = 1e-9

/** The model's vocabulary, together with the tokens outside it that a request names. */
export function createCandidates(model: TeachingModel, named: Iterable<number>): Candidates {
  const ids = Int32Array.from(new Set([...model.vocabulary, ...named])).sort()
  const indexOf = new Map(Array.from(ids, (id, index) => [id, index]))
  return { ids, indexOf, ofVocabulary: model.vocabulary.map((id) => indexOf.get(id) ?? -1) }
}

/** Logits for all candidates: the natural logarithms of the model's probabilities. */
export function toLogits(probabilities: Float64Array, { ids, ofVocabulary }: Candidates) {
  const logits = new Float64Array(ids.length).fill(Math.log(floor))
  for (let index = 0; index < ofVocabulary.length; index++) {
    logits[ofVocabulary[index] ?? 0] = Math.log(probabilities[index] ?? floor)
  }
  return logits
}
