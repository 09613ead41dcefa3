import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeMerge } from './forbidden-keys.ts'

describe('safeMerge', () => {
  it('puts the extra keys last and lets them win', () => {
    const merged = safeMerge({ a: 1, b: 2 }, { b: 3, c: 4 })
    expect(merged).toStrictEqual({ a: 1, b: 3, c: 4 })
    expect(Object.keys(merged)).toEqual(['a', 'b', 'c'])
  })

  it('changes neither of its arguments', () => {
    const base = Object.freeze({ a: 1 })
    const extra = Object.freeze({ a: 2 })
    expect(safeMerge(base, extra)).toEqual({ a: 2 })
  })

  it('pollutes no prototype, its own result included', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {}, "a": 1}',
    ) as object
    const merged = safeMerge({}, hostile as Record<string, unknown>)
    expect(merged).toStrictEqual({ a: 1 })
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })

  it('copies own keys only, and takes objects without a prototype', () => {
    const inherited = Object.create({ inherited: 1 }) as Record<string, unknown>
    inherited.own = 2
    const bare = Object.assign(Object.create(null) as Record<string, unknown>, { bare: 3 })
    expect(safeMerge(inherited, bare)).toStrictEqual({ own: 2, bare: 3 })
  })

  it('agrees with a spread on every JSON object without reserved keys', () => {
    const json = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.jsonValue())
    fc.assert(
      fc.property(json, json, (base, extra) => {
        expect(safeMerge(base, extra)).toEqual({ ...base, ...extra })
      }),
    )
  })
})
