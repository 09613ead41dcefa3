import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, tokenText } from '../tokens.ts'
import { copyRows } from './copying.ts'

/** What is learned from a user's words, each after its two tokens of context. */
function copied(text: string) {
  return copyRows([{ speaker: 'user', text }]).map(({ ids, learned }) => {
    const words = (wanted: boolean) =>
      ids
        .filter((_, index) => learned[index] === wanted)
        .map(tokenText)
        .join('')
    return [words(false), words(true)]
  })
}

describe('copyRows', () => {
  it('takes names and numbers with the two tokens before them', () => {
    expect(copied('I live in Lisbon with 12 cats.')).toEqual([
      [' live in', ' Lisbon'],
      [' Lisbon with', ' 12'],
    ])
  })

  it('takes whole names, and no word that only begins a sentence', () => {
    expect(copied('We met Ana Maria Costa. Then I left.')).toEqual(
      [[' met', ' Ana Maria Costa']].map(([, name]) => ['We met', name]),
    )
  })

  it('takes nothing from the other speakers', () => {
    expect(copyRows([{ speaker: 'system', text: 'You are Bob 7.' }])).toEqual([])
  })

  it('encodes a span as it stands in running text', () => {
    const [row] = copyRows([{ speaker: 'user', text: 'Meet Zanzibar' }])
    expect(row?.ids).toEqual(encode('Meet Zanzibar'))
  })

  it('takes the same context far into a text', () => {
    const long = `${'Many words stand here, and then more of them. '.repeat(20)}I live in Lisbon.`
    expect(copied(long)).toContainEqual([' live in', ' Lisbon'])
  })

  it('takes the last two tokens of all that stands before, whatever it is', () => {
    const piece = fc.constantFrom('rain', ' ', '\n\n', '.', ' the', '(', '“', '42', ' é')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const before = `Well, ${pieces.join('')} saw `
        const [last] = copied(`${before}Zanzibar`).slice(-1)
        const tokens = encode(before.trimEnd()).slice(-2).map(tokenText)
        expect(last).toEqual([tokens.join(''), ' Zanzibar'])
      }),
    )
  })

  it('takes only the latest of very many', () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => index)
    const rows = copied(`See ${numbers.join(' and ')}`)
    expect(rows.length).toBeLessThan(3000)
    expect(rows.at(-1)).toEqual(['8 and', ' 2999'])
  })
})
