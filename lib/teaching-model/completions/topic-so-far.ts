import { encodePrompt, type Prompt } from '../conversation/turns.ts'
import { compare, weigh } from '../conversation/topics.ts'
import { createPredictor, type Predictor } from '../language/predictor.ts'
import { longestContext } from '../language/smoothing.ts'
import { corpusSource } from '../language/sources.ts'
import type { TeachingModel } from '../model.ts'
import type { Continuation } from '../reply/continuation.ts'
import type { Candidates } from '../sampling/candidates.ts'
import { bytesOfAll } from '../tokens.ts'

/** How many of the latest tokens tell what a text is about. */
const remembered = 512
const longestStep = 64
/** From this likeness of the best passage the topic is clear; below it the others count more. */
const clear = 0.3

/**
 * How many of a text's first `length` tokens have been read for its topic: all of the first 16, then
 * in steps of 2, 4, … 64. It depends on nothing but the length, so that a text is read the same way
 * whether it was given or drawn.
 */
export function readSoFar(length: number): number {
  let step = 1
  while (step < longestStep && length >= 16 * step) step *= 2
  return length - (length % step)
}

/**
 * Begins continuations of a text (token ids). It is spoken by the assistant, from the beginning of a
 * turn, and its topic is told by its own words: every distribution depends only on the tokens before.
 */
export function createText(
  model: TeachingModel,
  candidates: Candidates,
  ids: readonly number[],
): () => Continuation {
  const even = new Float64Array(model.passages.length)
  const corpus = corpusSource(model, even, candidates)
  const decoder = new TextDecoder()
  let first: Predictor | undefined

  function predictorFor(read: readonly number[]): Predictor {
    const text = decoder.decode(bytesOfAll(read.slice(-remembered)))
    const weights = weightsFor(model, text)
    return createPredictor([{ ...corpus, weights }], candidates)
  }

  /** The same for all continuations until they have grown. */
  function firstPredictor(): Predictor {
    first ??= predictorFor(ids.slice(0, readSoFar(ids.length)))
    return first
  }

  return () => {
    const row = encodePrompt(spoken(ids))
    const before = row.length - ids.length
    let read = readSoFar(ids.length)
    let predict: Predictor | undefined
    return {
      predict(into) {
        const now = readSoFar(row.length - before)
        if (now !== read) predict = predictorFor(row.slice(before, before + now))
        predict ??= firstPredictor()
        read = now
        predict(row.slice(-longestContext), into)
      },
      accept: (candidate) => void row.push(candidates.ids[candidate] ?? 0),
    }
  }
}

/** How much each passage counts for a text. With no word that says a topic, all count the same. */
function weightsFor({ topics }: TeachingModel, text: string): Float64Array {
  const likeness = compare(topics, [{ speaker: 'user', text }]).passages
  const best = likeness.reduce((most, one) => Math.max(most, one), 0)
  const clarity = Math.min(1, best / clear)
  return likeness.map((one) => 1 - clarity + clarity * weigh(one, best))
}

/** A text as the beginning of what the assistant says. */
export function spoken(ids: readonly number[]): Prompt {
  return { turns: [], prefix: ids }
}
