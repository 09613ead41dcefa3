import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCandidates } from '../sampling/candidates.ts'
import { model } from '../reply/reply.fixture.ts'
import { bytesOf, endOfText } from '../tokens.ts'
import { compileSchema } from './compile.ts'
import { createMasker } from './mask.ts'
import { createMatcher, type Matcher, type State } from './matcher.ts'
import { schemas } from './schemas.fixture.ts'
import { structuralTokens } from './structural-tokens.ts'
import { createDice } from './walk.fixture.ts'

function after(matcher: Matcher, state: State | undefined, bytes: Uint8Array): State | undefined {
  return bytes.reduce<State | undefined>((at, byte) => at && matcher.advance(at, byte), state)
}

describe('createMasker', () => {
  it('allows exactly the candidates whose bytes the matcher takes', () => {
    fc.assert(
      fc.property(schemas, fc.nat(), (schema, seed) => {
        const grammar = compileSchema(schema)
        fc.pre(grammar.ok)
        if (!grammar.ok) return
        const matcher = createMatcher(grammar.value)
        const candidates = createCandidates(model, structuralTokens(grammar.value))
        const bytes = Array.from(candidates.ids, bytesOf)
        const end = candidates.ids.indexOf(endOfText)
        const { maskOf } = createMasker(matcher, candidates)
        const dice = createDice(seed)
        let state = matcher.start
        for (let step = 0; step < 12; step++) {
          const mask = maskOf(state)
          const naive = bytes.map((one, index) =>
            index === end ? matcher.isComplete(state) : after(matcher, state, one) !== undefined,
          )
          expect(Array.from(mask, Boolean)).toEqual(naive)
          const allowed = [...mask.keys()].filter((index) => mask[index] === 1)
          expect(allowed).not.toEqual([])
          const drawn = allowed[Math.floor(dice() * allowed.length)] ?? end
          if (drawn === end) return
          state = after(matcher, state, bytes[drawn] ?? new Uint8Array()) ?? state
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
