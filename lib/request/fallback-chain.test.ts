import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fallbackChain, type NamesOf } from './fallback-chain.ts'
import { fallbacksSchema } from './fallbacks.ts'

const models = (model: string, fallbacks: unknown, namesOf?: NamesOf) =>
  fallbackChain(model, fallbacksSchema.parse(fallbacks), namesOf).map((step) => step.model)

describe('fallbackChain', () => {
  it('reads plain lists, mappings, several keys and overrides', () => {
    expect(models('a', ['b', 'c'])).toEqual(['b', 'c'])
    expect(models('a', [{ a: ['b', 'c'] }])).toEqual(['b', 'c'])
    expect(models('x', [{ a: ['b'], x: ['y'] }])).toEqual(['y'])
    expect(fallbackChain('a', [{ model: 'b', temperature: 0 }])).toEqual([
      { model: 'b', temperature: 0 },
    ])
  })

  it('matches the pattern of the seed', () => {
    expect(models('openai/gpt-4o', [{ 'openai/*': ['gpt-4o-mini'] }])).toEqual(['gpt-4o-mini'])
    expect(models('anthropic/claude', [{ 'openai/*': ['gpt-4o-mini'] }])).toEqual([])
  })

  it('matches by another name of the model, after its exact one', () => {
    const namesOf: NamesOf = (model) => [model, `openai/${model}`]
    expect(models('gpt-4o', [{ 'openai/*': ['gpt-4o-mini'] }], namesOf)).toEqual(['gpt-4o-mini'])
    const both = [{ 'openai/a': ['prefixed'] }, { a: ['exact'] }]
    expect(models('a', both, namesOf)).toEqual(['exact'])
  })

  it('prefers the exact key, then the longer pattern, then the star, over all entries', () => {
    const all = [{ '*': ['star'] }, { 'openai/*': ['pattern'] }, { 'openai/a': ['exact'] }]
    expect(models('openai/a', all)).toEqual(['exact', 'star'])
    expect(models('openai/b', all)).toEqual(['pattern', 'star'])
    expect(models('x', all)).toEqual(['star'])
  })

  it('follows the fallbacks of a fallback before the next one', () => {
    expect(models('a', [{ a: ['b', 'd'] }, { b: ['c'] }])).toEqual(['b', 'c', 'd'])
  })

  it('runs in no circle and takes at most five hops', () => {
    expect(models('a', ['b', 'a', 'b', 'c'])).toEqual(['b', 'c'])
    expect(models('a', [{ a: ['b'] }, { b: ['a', 'c'] }, { c: ['b'] }])).toEqual(['b', 'c'])
    expect(models('a', ['b', 'c', 'd', 'e', 'f', 'g'])).toHaveLength(5)
  })

  it('tries the same model again where other parameters are given', () => {
    expect(
      models('a', [
        { model: 'a', max_tokens: 5 },
        { max_tokens: 5, model: 'a' },
      ]),
    ).toEqual(['a'])
  })

  it('reads no inherited key', () => {
    expect(models('toString', [{ a: ['b'] }])).toEqual([])
    expect(models('constructor', [{ a: ['b'] }])).toEqual([])
  })

  it('is finite and without repetition, whatever the mapping', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'x/a', '*', 'x/*')
    const entry = fc.oneof(
      name,
      fc.dictionary(name, fc.array(name, { minLength: 1 }), { minKeys: 1 }),
    )
    fc.assert(
      fc.property(name, fc.array(entry, { minLength: 1 }), (model, fallbacks) => {
        const chain = models(model, fallbacks)
        expect(chain.length).toBeLessThanOrEqual(5)
        expect(new Set([model, ...chain]).size).toBe(chain.length + 1)
      }),
    )
  })
})
