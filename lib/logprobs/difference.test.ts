import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReplyDifference, type ComparableTokens } from './difference.ts'

/** A reply whose tokens hold these bytes; token i has a surprisal of i + 1 bits. */
function reply(tokens: readonly (readonly number[])[], listed: readonly number[][] = []) {
  const read: ComparableTokens = {
    length: tokens.length,
    text: () => '',
    bytes: (token) => Uint8Array.from(tokens[token] ?? []),
    logprob: (token) => -(token + 1) * Math.LN2,
    token: () => ({
      alternatives: listed.map((bytes) => ({ token: '?', bytes, logprob: -9 * Math.LN2 })),
    }),
  }
  return read
}

/** Cuts bytes after each place that is marked. */
function cut(bytes: readonly number[], marks: readonly boolean[]): number[][] {
  const tokens: number[][] = [[]]
  bytes.forEach((byte, at) => {
    tokens.at(-1)?.push(byte)
    if (marks[at] && at + 1 < bytes.length) tokens.push([])
  })
  return tokens
}

const ends = (tokens: readonly number[][]) => {
  let end = 0
  return tokens.map(({ length }) => (end += length))
}

describe('ReplyDifference', () => {
  const text = fc.array(fc.nat(255), { minLength: 1, maxLength: 30 })
  const marks = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })

  it('pairs the tokens that cover the same bytes, however the text is split', () => {
    fc.assert(
      fc.property(text, marks, marks, (bytes, ours, theirs) => {
        const [one, other] = [cut(bytes, ours), cut(bytes, theirs)]
        const difference = new ReplyDifference(reply(one), reply(other))
        const [mine, others] = [ends(one), ends(other)]
        one.forEach((token, at) => {
          const end = mine[at] ?? 0
          const pair = others.indexOf(end)
          const same = pair >= 0 && other[pair]?.length === token.length
          expect(difference.otherSurprisal(at)).toBe(same ? pair + 1 : Number.NaN)
        })
        expect(difference.fork).toBeUndefined()
      }),
    )
  })

  it('looks the fork up among the alternatives and stops there', () => {
    const one = reply([[1], [2], [3]])
    const other = reply([[1], [5], [3]], [[9], [2]])
    const difference = new ReplyDifference(one, other)
    expect([0, 1, 2].map((token) => difference.otherSurprisal(token))).toEqual([1, 9, Number.NaN])
    expect(difference.fork).toBe(1)
  })
})
