import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../corpus/index.ts'
import { createTeachingModel, openTeachingModel } from '../model.ts'
import { createPredictor } from './predictor.ts'
import { createCandidates } from '../sampling/candidates.ts'
import { corpusSource } from './sources.ts'
import { smoothing } from './smoothing.ts'
import { encode } from '../tokens.ts'
import { encodePassage, passagesOf, spokenByAssistant } from '../conversation/turns.ts'
import type { Document } from '../conversation/document.ts'

const model = openTeachingModel(readCorpus())
const even = new Float64Array(model.passages.length).fill(1)
const candidates = createCandidates(model, [])
const predict = createPredictor([corpusSource(model, even, candidates)], candidates)

function probabilitiesAfter(context: readonly number[]): Float64Array {
  const probabilities = new Float64Array(model.vocabulary.length)
  predict(context, probabilities)
  return probabilities
}

/** The interpolation written as its recursion, over all positions, for a few short documents. */
function recursive(documents: readonly Document[], weights: readonly number[]) {
  const rows = documents.flatMap(passagesOf).map(encodePassage)
  const positions = rows.flatMap((row, passage) =>
    spokenByAssistant(row).flatMap((learned, place) =>
      learned ? [{ row, place, id: row[place] ?? 0, weight: weights[passage] ?? 0 }] : [],
    ),
  )
  const vocabulary = createTeachingModel(documents).vocabulary
  return function probability(id: number, context: readonly number[], order: number): number {
    if (order < 0) return 1 / vocabulary.length
    const { discount = 0, strength = 0 } = smoothing[order] ?? {}
    const shorter = probability(id, context, order - 1)
    const last = order === 0 ? [] : context.slice(-order)
    const same = positions.filter(({ row, place }) =>
      last.every((token, offset) => row[place - order + offset] === token),
    )
    if (same.length === 0 || last.length < order) return shorter
    const weightsOf = (one: number) => {
      const own = same.filter((position) => position.id === one)
      if (order > 0) return own.map(({ weight: value }) => value)
      const before = [...new Set(own.map(({ row, place }) => row[place - 1]))]
      return before.map((token) =>
        Math.max(
          ...own.filter(({ row, place }) => row[place - 1] === token).map((at) => at.weight),
        ),
      )
    }
    const add = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
    const ids = new Set(same.map((position) => position.id))
    const total = strength + add([...ids].flatMap(weightsOf))
    const ownShare = (one: number) => {
      const own = weightsOf(one)
      return own.length === 0 ? 0 : (add(own) * (1 - discount / own.length)) / total
    }
    const kept = [...new Set(same.map((position) => position.id))]
    const left = 1 - kept.reduce((sum, one) => sum + ownShare(one), 0)
    return ownShare(id) + left * shorter
  }
}

describe('createPredictor', () => {
  it('gives probabilities above 0 that sum to 1, after any context', () => {
    const known = fc.constantFrom(...model.vocabulary)
    const context = fc.array(fc.oneof(known, fc.nat({ max: 199_997 })), { maxLength: 6 })
    fc.assert(
      fc.property(context, (ids) => {
        const probabilities = probabilitiesAfter(ids)
        expect(probabilities.every((p) => p > 0)).toBe(true)
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('sums to 1 along the corpus itself', () => {
    const row = Array.from(model.contexts.tokens)
    for (let end = 1; end < row.length; end += 97) {
      const sum = probabilitiesAfter(row.slice(0, end)).reduce((all, p) => all + p, 0)
      expect(sum).toBeCloseTo(1, 9)
    }
  })

  it('agrees with the recursion that it is defined by, with unequal weights', () => {
    const documents = ['a b a b a c', 'b a b b', 'c a b a'].map((text, index) => ({
      topic: 'letters',
      title: `${index}`,
      text,
    }))
    const weights = [1, 0.25, 0.006]
    const small = createTeachingModel(documents)
    const all = createCandidates(small, [])
    const source = corpusSource(small, Float64Array.from(weights), all)
    const fast = createPredictor([source], all)
    const slow = recursive(documents, weights)
    for (const text of ['', ' a', ' b a', ' a b a', ' c a b a', ' b b b b', ' a z a']) {
      const context = encode(text)
      const probabilities = new Float64Array(small.vocabulary.length)
      fast(context, probabilities)
      const expected = Array.from(small.vocabulary, (id) => slow(id, context, smoothing.length - 1))
      Array.from(probabilities).forEach((p, index) =>
        expect(p).toBeCloseTo(expected[index] ?? -1, 12),
      )
    }
  })

  it('looks further back than one word, and does not forget the shorter contexts', () => {
    const after = (text: string, next: string) =>
      probabilitiesAfter(encode(text))[model.indexOf.get(encode(next)[0] ?? -1) ?? -1] ?? 0
    expect(after(' on the tin', ' roof')).toBeGreaterThan(100 * after(' zebra', ' roof'))
    expect(after(' zebra zebra the', ' sea')).toBeCloseTo(after(' the', ' sea'), 12)
    expect(after(' on the tin', ' the')).toBeGreaterThan(0)
  })
})
