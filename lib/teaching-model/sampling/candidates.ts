import type { TeachingModel } from '../model.ts'
import { endOfText } from '../tokens.ts'

/** The tokens that can be drawn in one request. */
export interface Candidates {
  /** Token ids, ascending. */
  ids: Int32Array
  /** Index into `ids` by token id. */
  indexOf: ReadonlyMap<number, number>
  /** Index into `ids` by index into the model's vocabulary. */
  ofVocabulary: Int32Array
  /** The index of the end of the text. */
  end: number
}

/** The model's vocabulary, together with the tokens outside it that a request names. */
export function createCandidates(model: TeachingModel, named: Iterable<number>): Candidates {
  const further = [...named].filter((id) => !model.indexOf.has(id))
  if (further.length === 0) return vocabularyOf(model)
  const ids = Int32Array.from(new Set([...model.vocabulary, ...further])).sort()
  const indexOf = new Map(Array.from(ids, (id, index) => [id, index]))
  const ofVocabulary = model.vocabulary.map((id) => indexOf.get(id) ?? -1)
  return { ids, indexOf, ofVocabulary, end: indexOf.get(endOfText) ?? -1 }
}

/** The vocabulary as it is, which saves sorting it again. */
function vocabularyOf({ vocabulary, indexOf }: TeachingModel): Candidates {
  const ofVocabulary = vocabulary.map((_, index) => index)
  return { ids: vocabulary, indexOf, ofVocabulary, end: indexOf.get(endOfText) ?? -1 }
}
