import ranks from 'gpt-tokenizer/bpeRanks/o200k_base'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, tokenText } from '#lib/teaching-model/tokens.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary({
  ranks,
  encode: (text) => encode(text, { disallowedSpecial: new Set() }),
  special: { '<|endoftext|>': 199_999 },
})

const bytes = (text: string) => [...new TextEncoder().encode(text)]

describe('Vocabulary', () => {
  it('finds the id of every token by its bytes, parts of characters too', () => {
    for (let id = 0; id < ranks.length; id += 7) {
      const token = { token: tokenText(id), bytes: [...bytesOf(id)] }
      expect(vocabulary.idOf(token)).toBe(id)
    }
    const partial = ranks.findIndex((piece) => typeof piece !== 'string' && piece.length === 2)
    expect(vocabulary.idOf({ token: '\\xe2\\x80', bytes: [...bytesOf(partial)] })).toBe(partial)
  })

  it('finds a token by its text where there are no bytes, and special ones by name', () => {
    expect(vocabulary.idOf({ token: ' hello' })).toBe(40_617)
    expect(vocabulary.idOf({ token: 'hello' })).toBe(24_912)
    expect(vocabulary.idOf({ token: '<|endoftext|>', bytes: [] })).toBe(199_999)
    expect(vocabulary.idOf({ token: 'hello there' })).toBeUndefined()
    expect(vocabulary.idOf({ token: 'constructor_' })).toBeUndefined()
  })

  it('gives each spelling its ids, and the pieces of those that are several tokens', () => {
    const { id, others } = vocabulary.variantsOf({ token: ' Porto', bytes: bytes(' Porto') })
    expect(id).toBe(43_909)
    expect(others.map(({ text }) => text)).toEqual([' porto', ' PORTO', 'Porto', 'porto', 'PORTO'])
    const capitals = others.find(({ text }) => text === ' PORTO')
    expect(capitals).toEqual({ text: ' PORTO', ids: [36_940, 46], pieces: [' PORT', 'O'] })
    for (const { text, ids } of others) expect(vocabulary.textOf(ids)).toBe(text)
  })

  it('has no spellings of a part of a character, of a special token, or of no token', () => {
    const partial = ranks.findIndex((piece) => typeof piece !== 'string')
    expect(vocabulary.variantsOf({ token: '', bytes: [...bytesOf(partial)] })).toEqual({
      id: partial,
      others: [],
    })
    expect(vocabulary.variantsOf({ token: '<|endoftext|>' })).toEqual({ id: 199_999, others: [] })
    expect(vocabulary.variantsOf({ token: 'no such token' })).toEqual({ id: undefined, others: [] })
  })

  it('takes names of special tokens in a text for text', () => {
    expect(vocabulary.idsOf('<|endoftext|>')).not.toContain(199_999)
    expect(vocabulary.textOf([199_999])).toBe('<|endoftext|>')
    expect(vocabulary.textOf([5_000_000])).toBe('�')
  })

  it('turns ids back into the text they came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vocabulary.textOf(vocabulary.idsOf(text))).toBe(text)
      }),
    )
  })

  it('gives each form of a typed word its ids, with and without the space', () => {
    const { forms, special } = vocabulary.variantsOfWord(' Porto')
    expect(forms.map(({ form }) => form)).toEqual([
      'as typed',
      'small letters',
      'capitals',
      'plural',
    ])
    expect(forms[0]?.spaced).toEqual({ text: ' Porto', ids: [43_909], pieces: [' Porto'] })
    expect(forms[2]?.spaced?.ids).toEqual([36_940, 46])
    expect(special).toBeUndefined()
    expect(vocabulary.variantsOfWord('\n').forms).toMatchObject([{ spaced: undefined }])
  })

  it('finds special tokens by name, and keeps their names apart from text', () => {
    const { forms, special } = vocabulary.variantsOfWord('<|endoftext|>')
    expect(special).toBe(199_999)
    expect(forms[0]?.bare.ids).not.toContain(199_999)
    expect(vocabulary.namesOf([290, 199_999, 5_000_000])).toEqual([
      ' the',
      '<|endoftext|>',
      undefined,
    ])
    expect(vocabulary.singleIdsOf([' the', ' PORTO'])).toEqual([290, undefined])
  })

  it('splits a text, and tells which characters are in parts', () => {
    expect(vocabulary.split('A 🦩!')).toEqual([
      { id: 32, text: 'A' },
      { id: 9552, text: ' \\xf0\\x9f', partOf: ' 🦩' },
      { id: 99, text: '\\xa6', partOf: ' 🦩' },
      { id: 102, text: '\\xa9', partOf: ' 🦩' },
      { id: 0, text: '!' },
    ])
  })
})
