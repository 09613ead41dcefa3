import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Compared } from './compared.ts'
import { TokenStore } from './token-store.ts'

/** A store of tokens; the logprob of the n-th (1-based) is −n. */
function storeOf(tokens: readonly Uint8Array[], store = new TokenStore()): TokenStore {
  for (const bytes of tokens) {
    const token = new TextDecoder().decode(bytes)
    store.append({ token, bytes: [...bytes], logprob: -store.length - 1, alternatives: [] })
  }
  return store
}

const encode = (text: string) => new TextEncoder().encode(text)
const words = (...texts: string[]) => storeOf(texts.map(encode))
const logprobs = (mine: TokenStore, other: TokenStore) => {
  const compared = new Compared(mine, other)
  return Array.from({ length: mine.length }, (_, token) => compared.logprob(token))
}

/** Bytes cut in some places. */
const cutAt = (bytes: Uint8Array, places: readonly number[]) => {
  const edges = [...new Set([0, ...places.map((place) => place % bytes.length), bytes.length])]
  const sorted = edges.toSorted((a, b) => a - b)
  return sorted.slice(1).map((edge, index) => bytes.slice(sorted[index], edge))
}
const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 })
const places = fc.array(fc.nat(), { maxLength: 12 })

describe('Compared', () => {
  it('compares exactly the tokens that cover the same bytes, however both are cut', () => {
    fc.assert(
      fc.property(bytes, places, places, (text, a, b) => {
        const [mine, other] = [cutAt(text, a), cutAt(text, b)]
        const ranges = (tokens: readonly Uint8Array[]) => {
          let end = 0
          return tokens.map((token) => `${end}-${(end += token.length)}`)
        }
        const theirs = ranges(other)
        const expected = ranges(mine).map((range) => {
          const place = theirs.indexOf(range)
          return place < 0 ? Number.NaN : -place - 1
        })
        const compared = new Compared(storeOf(mine), storeOf(other))
        expect(mine.map((_, token) => compared.logprob(token))).toEqual(expected)
        expect(compared.fork).toBeUndefined()
      }),
    )
  })

  it('says the same of a reply that grows', () => {
    fc.assert(
      fc.property(bytes, bytes, places, places, (shared, rest, a, b) => {
        const mine = cutAt(Uint8Array.from([...shared, 7, ...rest]), a)
        const other = storeOf(cutAt(Uint8Array.from([...shared, 8, ...rest]), b))
        const store = new TokenStore()
        const growing = new Compared(store, other)
        const seen = mine.map((token, index) => {
          storeOf([token], store)
          return growing.logprob(index)
        })
        const whole = new Compared(storeOf(mine), other)
        expect(seen).toEqual(mine.map((_, token) => whole.logprob(token)))
        expect(growing.fork).toBe(whole.fork)
        expect(growing.fork).toBeDefined()
      }),
    )
  })

  it('looks the token at the fork up among the alternatives there, and stops', () => {
    const other = words('Rain')
    other.append({
      token: ' falls',
      logprob: -0.2,
      alternatives: [
        { token: ' falls', logprob: -0.2, bytes: [...encode(' falls')] },
        { token: ' fell', logprob: -1.7, bytes: [...encode(' fell')] },
      ],
    })
    storeOf([encode(' now')], other)
    expect(logprobs(words('Rain', ' fell', ' now'), other)).toEqual([-1, -1.7, Number.NaN])
    expect(new Compared(words('Rain', ' fell', ' now'), other).fork).toBe(1)
    expect(logprobs(words('Rain', ' is', ' now'), other)).toEqual([-1, Number.NaN, Number.NaN])
  })

  it('passes over tokens of nothing in the other reply', () => {
    expect(logprobs(words('Rain', ' falls'), words('Rain', '', ' falls'))).toEqual([-1, -3])
  })

  it('has nothing to say where the other reply ended', () => {
    expect(logprobs(words('Rain', ' falls'), words('Rain'))).toEqual([-1, Number.NaN])
  })
})
