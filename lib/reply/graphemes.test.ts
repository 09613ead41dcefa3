import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeStart } from './graphemes.ts'

const startsIn = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ index }) => index)
const found = (text: string) =>
  Array.from({ length: text.length }, (_, at) => at).filter((at) => isGraphemeStart(text, at))

/** Pieces that join with each other in every way that Unicode has. */
const latin = ['a', ' ', '\r', '\n', 'é', '\u0301', '\u00ad', '\ud83d', '\ude00']
const emoji = ['👩', '👩\u200d👩\u200d👧', '\u200d', '\ufe0f', '🏽', '❤', '🇩', '🇪']
const others = ['한', 'ᄒ', 'ᅡ', 'ᆫ', 'क', '्', 'ष', '\u0600', 'ไ', 'ำ', '中']
const pieces = fc.constantFrom(...latin, ...emoji, ...others)

describe('isGraphemeStart', () => {
  it('agrees with a segmentation of the whole text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        expect(found(text)).toEqual(startsIn(text))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a family and flags', 'x👩‍👩‍👧‍👦🇩🇪🇫🇷y'],
    ['a long run without Latin letters', '天地玄黄宇宙洪荒'.repeat(40)],
    ['many marks on one letter', `a${'\u0301'.repeat(300)}b`],
    ['sixteen flags', '🇩🇪'.repeat(16)],
  ])('finds every start in %s', (_name, text) => {
    expect(found(text)).toEqual(startsIn(text))
  })

  it('counts both ends of a text', () => {
    expect([isGraphemeStart('é', 0), isGraphemeStart('é', 1), isGraphemeStart('', 0)]).toEqual([
      true,
      true,
      true,
    ])
  })
})
