import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPredictor } from '../language/predictor.ts'
import { corpusSource } from '../language/sources.ts'
import { model } from '../reply/reply.fixture.ts'
import { createCandidates } from '../sampling/candidates.ts'
import { bytesOf, endOfText } from '../tokens.ts'
import { compileSchema } from './compile.ts'
import { createStructuredPredictor } from './guide.ts'
import { schemas } from './schemas.fixture.ts'
import { structuralTokens } from './structural-tokens.ts'
import { createDice, decode } from './walk.fixture.ts'

const weights = new Float64Array(model.passages.length).fill(1)

function reply(schema: unknown, seed: number, most = 400) {
  const grammar = compileSchema(schema)
  if (!grammar.ok) return undefined
  const candidates = createCandidates(model, structuralTokens(grammar.value))
  const language = createPredictor([corpusSource(model, weights, candidates)], candidates)
  const guide = createStructuredPredictor({
    grammar: grammar.value,
    candidates,
    speak: () => (context, into) => language([-4, ...context], into),
  })
  const dice = createDice(seed)
  const into = new Float64Array(candidates.ids.length)
  const bytes: number[] = []
  for (let step = 0; step < most; step++) {
    guide.predict(into)
    expect(into.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
    const drawn = pick(into, dice())
    const id = candidates.ids[drawn] ?? endOfText
    if (id === endOfText) return decode(bytes)
    bytes.push(...bytesOf(id))
    guide.accept(drawn)
  }
  return undefined
}

function pick(probabilities: Float64Array, point: number): number {
  let passed = 0
  const found = probabilities.findIndex((one) => (passed += one) > point)
  return found < 0 ? probabilities.findLastIndex((one) => one > 0) : found
}

const person = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 30 },
    age: { type: 'integer', minimum: 0, maximum: 120 },
    colour: { enum: ['red', 'green', 'blue'] },
    rains: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 3 },
    born: { type: 'string', format: 'date' },
    note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    friends: { type: 'array', items: { $ref: '#' } },
  },
  required: ['name', 'age', 'colour', 'rains', 'tags', 'note'],
  additionalProperties: false,
}

describe('createStructuredPredictor', () => {
  it('writes valid documents of a sensible length', () => {
    const replies = Array.from({ length: 30 }, (_, seed) => reply(person, seed * 31))
    const finished = replies.flatMap((text) => text ?? [])
    // Now and then friends have friends for longer than was asked for.
    expect(finished.length).toBeGreaterThanOrEqual(24)
    for (const text of finished) {
      const plain: object = JSON.parse(JSON.stringify(person))
      expect(new Validator(plain, '2020-12').validate(JSON.parse(text)).valid).toBe(true)
    }
  }, 60_000)

  it('writes objects of its own where any will do', () => {
    const replies = Array.from({ length: 5 }, (_, seed) => reply({ type: 'object' }, seed * 7))
    expect(replies.filter((text) => text !== undefined).length).toBeGreaterThanOrEqual(4)
  })

  it('keeps to generated schemas', () => {
    fc.assert(
      fc.property(schemas, fc.nat(), (schema, seed) => {
        const text = reply(schema, seed, 60)
        if (text === undefined) return
        const plain: object = JSON.parse(JSON.stringify(schema))
        expect(new Validator(plain, '2020-12').validate(JSON.parse(text)).valid).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
