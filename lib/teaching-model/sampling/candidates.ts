import type { TeachingModel } from '../model.ts'
import { endOfText } from '../tokens.ts'

/** The tokens that can be drawn in one request. */
export interface Candidates {
  /** Token ids, ascending. */
  ids: Int32Array
  /** Index into `ids` by token id. */
  indexOf: ReadonlyMap<number, number>
  /** The model's vocabulary, which is the same in all requests. */
  vocabulary: Int32Array
  /** Index into `ids` by index into the model's vocabulary. */
  ofVocabulary: Int32Array
  /** The index of the end of the text. */
  end: number
}

/** The model's vocabulary, together with the tokens outside it that a request names. */
export function createCandidates(
  { vocabulary, indexOf: inVocabulary }: TeachingModel,
  named: Iterable<number>,
): Candidates {
  const further = [...new Set(named)].filter((id) => !inVocabulary.has(id))
  const ids = further.length > 0 ? Int32Array.of(...vocabulary, ...further).sort() : vocabulary
  // The vocabulary as it is saves numbering it again.
  const indexOf = ids === vocabulary ? inVocabulary : new Map(Array.from(ids, (id, at) => [id, at]))
  const ofVocabulary = vocabulary.map((id) => indexOf.get(id) ?? -1)
  return { ids, indexOf, vocabulary, ofVocabulary, end: indexOf.get(endOfText) ?? -1 }
}
