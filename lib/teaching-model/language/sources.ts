import type { TeachingModel } from '../model.ts'
import type { Candidates } from '../sampling/candidates.ts'
import { createContextIndex, type ContextIndex } from './contexts.ts'
import { longestContext } from './smoothing.ts'

/** Text that predictions are counted from, seen from one request. */
export interface Source {
  contexts: ContextIndex
  /** For each position: the index of its token among the candidates, or −1 where a marker stands. */
  candidates: Int32Array
  /** For each position: the 0-based passage that it belongs to. */
  passageOf: Int32Array
  /** For each passage: how much one of its tokens counts. */
  weights: Float64Array
}

/** A row of tokens that only one request knows: a passage made from its conversation. */
export interface Row {
  /** Token ids and markers; the first is never learned. */
  ids: readonly number[]
  /** For each of them, whether the model learns to say it. */
  learned: readonly boolean[]
  /** How much one of its tokens counts; a passage of the corpus counts 1 at most. */
  weight: number
}

/** The corpus, each passage with its weight for the conversation. */
export function corpusSource(
  model: TeachingModel,
  weights: Float64Array,
  { ids, ofVocabulary }: Candidates,
): Source {
  const plain = ids.length === model.vocabulary.length
  const candidates = plain
    ? model.candidates
    : model.candidates.map((index) => (index < 0 ? -1 : (ofVocabulary[index] ?? -1)))
  return { contexts: model.contexts, candidates, passageOf: model.passageOf, weights }
}

/** The passages that were made for one request. All their tokens must be candidates. */
export function rowSource(rows: readonly Row[], { indexOf }: Candidates): Source {
  const tokens = Int32Array.from(rows.flatMap(({ ids }) => ids))
  const learned = rows.flatMap((row) => row.learned)
  const positions = Int32Array.from(learned.keys()).filter((position) => learned[position])
  return {
    contexts: createContextIndex(tokens, positions, longestContext),
    candidates: tokens.map((id) => indexOf.get(id) ?? -1),
    passageOf: Int32Array.from(rows.flatMap(({ ids }, index) => ids.map(() => index))),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  }
}
