import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, encode, endOfText, isToken, tokenText } from './tokens.ts'

const bytesOfText = (text: string) => Array.from(new TextEncoder().encode(text))
const joinedBytes = (ids: readonly number[]) => ids.flatMap((id) => Array.from(bytesOf(id)))

describe('encode', () => {
  it.each([
    ['tiktoken is great!', [83, 8251, 2488, 382, 2212, 0]],
    ['antidisestablishmentarianism', [493, 129901, 376, 160388, 21203, 2367]],
    ['2 + 2 = 4', [17, 659, 220, 17, 314, 220, 19]],
    ['お誕生日おめでとう', [8930, 9697, 243, 128225, 8930, 17693, 4344, 48669]],
  ])('gives the ids that OpenAI publishes for o200k_base: %s', (text, ids) => {
    expect(encode(text)).toEqual(ids)
  })

  it('loses no byte of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(joinedBytes(encode(text))).toEqual(bytesOfText(text))
      }),
    )
  })

  it('cuts an endless run without changing its text', () => {
    const text = `ab${'𝕏'.repeat(3_000)}${' '.repeat(5_000)}`
    expect(joinedBytes(encode(text))).toEqual(bytesOfText(text))
  })

  it('reads the names of special tokens as ordinary text', () => {
    expect(encode('<|endoftext|>')).not.toContain(endOfText)
    expect(joinedBytes(encode('<|endoftext|>'))).toEqual(bytesOfText('<|endoftext|>'))
  })
})

describe('tokenText', () => {
  it('writes the bytes of half a character as escapes and keeps the ASCII beside them', () => {
    const [first = 0] = encode('💣')
    expect(bytesOf(first).length).toBeLessThan(4)
    expect(tokenText(first)).toMatch(/^(\\x[0-9a-f]{2})+$/)
    const spaced = encode(' 🦩')[0] ?? 0
    expect(tokenText(spaced)).toMatch(/^ \\xf0/)
  })

  it('gives whole text for whole characters and a name for the end of the text', () => {
    expect(encode('Rain').map(tokenText)).toEqual(['Rain'])
    expect(tokenText(endOfText)).toBe('<|endoftext|>')
    expect(bytesOf(endOfText)).toHaveLength(0)
  })
})

describe('isToken', () => {
  it('knows the ordinary tokens and the end of the text, and nothing else', () => {
    expect([0, 199_997, 199_999].map(isToken)).toEqual([true, true, true])
    expect([199_998, 200_000, 1e9, -1, 0.5].map(isToken)).toEqual(Array(5).fill(false))
  })
})
