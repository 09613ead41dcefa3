import { describe, expect, it } from 'vitest'
import { fallbacksSchema } from './fallbacks.ts'

describe('fallbacksSchema', () => {
  it.each([
    [['b']],
    [[{ a: ['b', 'c'] }]],
    [[{ a: ['b'], x: ['y'] }]],
    [[{ 'openai/*': ['gpt-4o-mini'] }]],
    [[{ '*': ['b'] }]],
    [[{ model: 'b', temperature: 0 }]],
    [[{ a: [{ model: 'b', messages: [] }, 'c'] }]],
    [['b', { model: 'c' }, { a: ['d'] }]],
  ])('takes %j', (shape) => {
    expect(fallbacksSchema.safeParse(shape).success).toBe(true)
  })

  it.each([
    ['b', []],
    [{ a: ['b'] }, []],
    [[], []],
    [[{}], [0]],
    [[5], [0]],
    [['a', ' '], [1]],
    [[{ a: 'b' }], [0, 'a']],
    [[{ a: [] }], [0, 'a']],
    [[{ a: ['b', 5] }], [0, 'a', 1]],
    [[['b']], [0]],
    [[{ model: 5 }], [0, 'model']],
  ])('refuses %j, with the path', (shape, path) => {
    const issues = fallbacksSchema.safeParse(shape).error?.issues
    expect(issues?.map((issue) => issue.path)).toEqual([path])
  })

  it('names every fault, each where it is', () => {
    const shape = [{ a: 'b', c: [] }, 7, { model: 'x', fallbacks: ['y'] }]
    const issues = fallbacksSchema.safeParse(shape).error?.issues ?? []
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['0.a', '0.c', '1', '2.fallbacks'])
  })
})
