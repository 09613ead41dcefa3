import { describe, expect, it } from 'vitest'
import { fallbackChain, fallbacksSchema } from './fallbacks.ts'

const models = (model: string, fallbacks: unknown) =>
  fallbackChain(model, fallbacksSchema.parse(fallbacks)).map((step) => step.model)

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

  it('prefers the exact key, then the longer pattern, then the star', () => {
    const all = [{ '*': ['star'], 'openai/*': ['pattern'], 'openai/a': ['exact'] }]
    expect(models('openai/a', all)).toEqual(['exact'])
    expect(models('openai/b', all)).toEqual(['pattern'])
    expect(models('x', all)).toEqual(['star'])
  })

  it('tries each model once, never the first again, and at most five', () => {
    expect(models('a', ['b', 'a', 'b', 'c'])).toEqual(['b', 'c'])
    expect(models('a', ['b', 'c', 'd', 'e', 'f', 'g'])).toHaveLength(5)
  })
})

describe('fallbacksSchema', () => {
  it.each([[{ a: 'b' }], ['b'], [[{}]], [[5]], [[{ a: [] }]], [[]]])('refuses %j', (shape) => {
    expect(fallbacksSchema.safeParse(shape).success).toBe(false)
  })
})
