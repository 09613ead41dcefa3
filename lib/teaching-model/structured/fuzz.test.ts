import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSchema } from './compile.ts'
import { canonical } from './node.ts'
import { createMatcher } from './matcher.ts'
import { schemas } from './schemas.fixture.ts'
import { choosers, createDice, write } from './walk.fixture.ts'

function problemsOf(schema: unknown, value: unknown): string[] {
  const plain: object = JSON.parse(JSON.stringify(schema))
  const { valid, errors } = new Validator(plain, '2020-12', true).validate(value)
  return valid ? [] : errors.map(({ error }) => error)
}

describe('generated schemas', () => {
  it('lead to nothing but valid documents, however the bytes are chosen', () => {
    let [compiled, finished, written] = [0, 0, 0]
    const refusals: string[] = []
    fc.assert(
      fc.property(schemas, fc.nat(), (schema, seed) => {
        const grammar = compileSchema(schema)
        if (!grammar.ok) {
          refusals.push(grammar.error.message)
          return
        }
        compiled += 1
        const matcher = createMatcher(grammar.value)
        const dice = createDice(seed)
        for (const choose of Object.values(choosers)) {
          written += 1
          const text = write(matcher, choose, dice, 12)
          if (text === undefined) continue
          finished += 1
          expect({ text, problems: problemsOf(schema, JSON.parse(text)) }).toEqual({
            text,
            problems: [],
          })
          expect(JSON.parse(canonical(JSON.parse(text)))).toEqual(JSON.parse(text))
        }
      }),
      { numRuns: 900 },
    )
    const known = /not supported|nothing can satisfy|plainly exclude/
    expect(refusals.filter((message) => !known.test(message))).toEqual([])
    expect(compiled).toBeGreaterThan(500)
    expect(finished / written).toBeGreaterThan(0.75)
  }, 60_000)
})
