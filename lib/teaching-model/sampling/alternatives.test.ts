import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfText } from '../tokens.ts'
import { describeToken, likeliest } from './alternatives.ts'

describe('likeliest', () => {
  it('is the true top, ties and zeros included', () => {
    const values = fc.array(fc.constantFrom(0, 0, 0.01, 0.1, 0.2, 0.5, 1), { maxLength: 60 })
    fc.assert(
      fc.property(values, fc.nat(20), (list, count) => {
        const expected = [...list.keys()]
          .filter((index) => (list[index] ?? 0) > 0)
          .toSorted((a, b) => (list[b] ?? 0) - (list[a] ?? 0) || a - b)
          .slice(0, count)
        expect(likeliest(Float64Array.from(list), count)).toEqual(expected)
      }),
    )
  })
})

describe('describeToken', () => {
  it('gives natural logarithms and never lists what cannot be drawn', () => {
    const ids = Int32Array.of(11, 13, endOfText)
    const entry = describeToken(ids, Float64Array.of(0.25, 0, 0.75), 0, 20)
    expect(entry).toMatchObject({ token: ',', logprob: Math.log(0.25), bytes: [44], id: 11 })
    expect(entry.top_logprobs.map(({ id }) => id)).toEqual([endOfText, 11])
    expect(entry.top_logprobs[0]).toMatchObject({ bytes: null, logprob: Math.log(0.75) })
  })

  it('has no log probability above 0', () => {
    expect(describeToken(Int32Array.of(11), Float64Array.of(1 + 1e-15), 0, 1).logprob).toBe(0)
  })
})
