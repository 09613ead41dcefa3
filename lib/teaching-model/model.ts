import { fingerprintOf } from './fingerprint.ts'
import { mannersOf, type Manner } from './conversation/manners.ts'
import { countSentences } from './language/endings.ts'
import type { ContextIndex } from './language/contexts.ts'
import { learn, type LearnedText } from './language/learned-text.ts'
import { smoothing } from './language/smoothing.ts'
import { endOfText } from './tokens.ts'
import { isPattern } from './conversation/slots.ts'
import { createTopicIndex, type TopicIndex } from './conversation/topics.ts'
import { boundary, passagesOf, type Passage } from './conversation/turns.ts'
import type { Document } from './conversation/document.ts'

/** The model's name on the wire. */
export const modelId = 'nucleus-teaching-1'

/** The built-in teaching model: its text, and the indexes that predictions are counted from. */
export interface TeachingModel {
  /** The documents to be filled with what a conversation says; they are not learned. */
  patterns: readonly Document[]
  /** The passages that were learned, in the order of the text. */
  passages: readonly Passage[]
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
  /** For each passage: the ways of answering that it was asked for. */
  manners: readonly ReadonlySet<Manner>[]
  /** For each passage: how many sentences the assistant says. */
  lengths: readonly number[]
  /** Changes with the corpus and with the smoothing. */
  fingerprint: string
}

/** The model over a text that was learned before. */
export function openTeachingModel({ documents, tokens, order }: LearnedText): TeachingModel {
  const vocabulary = vocabularyOf(tokens)
  const indexOf = new Map(Array.from(vocabulary, (id, index) => [id, index]))
  const passages = documents.flatMap(passagesOf).filter((passage) => !isPattern(passage))
  return {
    patterns: documents.filter((document) => passagesOf(document).some(isPattern)),
    passages,
    vocabulary,
    indexOf,
    contexts: { tokens, order },
    candidates: tokens.map((id) => indexOf.get(id) ?? -1),
    passageOf: countBoundaries(tokens),
    topics: createTopicIndex(passages),
    manners: passages.map(mannersOf),
    lengths: passages.map(countSentences),
    fingerprint: fingerprintOf([...tokens, ...smoothing.flatMap(Object.values)]),
  }
}

/** Builds the model from documents. The same documents give the same model. */
export function createTeachingModel(documents: readonly Document[]): TeachingModel {
  return openTeachingModel(learn(documents))
}

function vocabularyOf(tokens: Int32Array): Int32Array {
  return Int32Array.from(new Set(tokens.filter((id) => id >= 0)).add(endOfText)).sort()
}

/** For each position the 0-based passage, each of which begins with the boundary. */
function countBoundaries(tokens: Int32Array): Int32Array {
  let passage = -1
  return tokens.map((id) => (id === boundary ? ++passage : passage))
}
