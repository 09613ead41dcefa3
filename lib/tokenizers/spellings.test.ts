import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOfWord, spellingsOf } from './spellings.ts'

describe('spellingsOf', () => {
  it('begins with the text itself and crosses space with letter case', () => {
    expect(spellingsOf(' Porto')).toEqual([' Porto', ' porto', ' PORTO', 'Porto', 'porto', 'PORTO'])
    expect(spellingsOf('the')).toEqual(['the', 'The', 'THE', ' the', ' The', ' THE'])
    expect(spellingsOf(' McDonald')[2]).toBe(' Mcdonald')
  })

  it('has only the space to vary where there are no letters', () => {
    expect(spellingsOf(',')).toEqual([',', ' ,'])
    expect(spellingsOf(' 日本')).toEqual([' 日本', '日本'])
  })

  it('leaves white space alone', () => {
    for (const text of [' ', '\n', '  a', ' a\n', '']) expect(spellingsOf(text)).toEqual([text])
  })

  it('gives the text first and nothing twice, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const spellings = spellingsOf(text)
        expect(spellings[0]).toBe(text)
        expect(new Set(spellings).size).toBe(spellings.length)
      }),
    )
  })
})

describe('formsOfWord', () => {
  const textsOf = (word: string) => formsOfWord(word).map(({ text }) => text)

  it('gives each form of a word once, as it was typed first', () => {
    expect(formsOfWord('cat')).toEqual([
      { form: 'as typed', text: 'cat' },
      { form: 'capitalised', text: 'Cat' },
      { form: 'capitals', text: 'CAT' },
      { form: 'plural', text: 'cats' },
      { form: 'plural, capitalised', text: 'Cats' },
    ])
    expect(textsOf('McDonald')).toEqual([
      'McDonald',
      'mcdonald',
      'Mcdonald',
      'MCDONALD',
      'McDonalds',
      'Mcdonalds',
    ])
  })

  it.each([
    ['box', 'boxes'],
    ['church', 'churches'],
    ['glass', 'glasses'],
    ['city', 'cities'],
    ['day', 'days'],
  ])('knows the plural of %s', (word, plural) => expect(textsOf(word)).toContain(plural))

  it.each(['cats', 'café', '日本', 'a1', 'I', 'New York', ','])('knows no plural of %s', (word) => {
    expect(formsOfWord(word).map(({ form }) => form)).not.toContain('plural')
  })

  it('has one form of blank text', () => {
    expect(textsOf('\n')).toEqual(['\n'])
  })
})
