import { createContextIndex, type ContextIndex } from './language/contexts.ts'
import { fingerprintOf } from './fingerprint.ts'
import { longestContext, smoothing } from './language/smoothing.ts'
import { endOfText } from './tokens.ts'
import { createTopicIndex, type TopicIndex } from './conversation/topics.ts'
import { encodePassage, passagesOf, spokenByAssistant } from './conversation/turns.ts'
import type { Document } from './corpus/document.ts'

/** The model's name on the wire. */
export const modelId = 'nucleus-teaching-1'

/** The built-in teaching model: its text, and the indexes that predictions are counted from. */
export interface TeachingModel {
  /** Token ids that occur in the corpus and can be drawn, ascending; the end of the text among them. */
  vocabulary: Int32Array
  /** Index into `vocabulary` by token id. */
  indexOf: ReadonlyMap<number, number>
  contexts: ContextIndex
  /** For each position of the corpus: the index into `vocabulary`, or −1 where a marker stands. */
  candidates: Int32Array
  /** For each position of the corpus: the 0-based passage that it belongs to. */
  passageOf: Int32Array
  topics: TopicIndex
  /** Changes with the corpus and with the smoothing. */
  fingerprint: string
}

/** Builds the model from its corpus. The same documents give the same model. */
export function createTeachingModel(documents: readonly Document[]): TeachingModel {
  const passages = documents.flatMap(passagesOf)
  const encoded = passages.map(encodePassage)
  const tokens = Int32Array.from(encoded.flat())
  const vocabulary = vocabularyOf(tokens)
  const indexOf = new Map(Array.from(vocabulary, (id, index) => [id, index]))
  const candidates = tokens.map((id) => indexOf.get(id) ?? -1)
  return {
    vocabulary,
    indexOf,
    contexts: createContextIndex(tokens, learnedPositions(encoded), longestContext),
    candidates,
    passageOf: Int32Array.from(encoded.flatMap((row, index) => row.map(() => index))),
    topics: createTopicIndex(passages),
    fingerprint: fingerprintOf([...tokens, ...smoothing.flatMap(Object.values)]),
  }
}

function vocabularyOf(tokens: Int32Array): Int32Array {
  const drawn = new Set(tokens.filter((id) => id >= 0)).add(endOfText)
  return Int32Array.from(drawn).sort()
}

function learnedPositions(encoded: readonly number[][]): Int32Array {
  const learned = encoded.flatMap(spokenByAssistant)
  return Int32Array.from(learned.keys()).filter((position) => learned[position])
}
