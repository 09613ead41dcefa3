import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf, tokensOf } from './fixtures/chunks.ts'
import { TokenStore } from './token-store.ts'
import { TokenText, visibleToken } from './token-text.ts'

function storeOf(tokens: { token: string; bytes?: number[] }[]): TokenStore {
  const store = new TokenStore()
  for (const { token, bytes } of tokens)
    store.append({ token, bytes, logprob: -1, alternatives: [] })
  return store
}

const words = (...tokens: string[]) => storeOf(tokens.map((token) => ({ token })))
const textsOf = (store: TokenStore, content: string) =>
  new TokenText(store).segments(content).map(({ start, end }) => content.slice(start, end))

describe('TokenText', () => {
  it('covers any text exactly, wherever its bytes are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, size) => {
        const store = storeOf(tokensOf(text, size).map((one) => entryOf(one)))
        const segments = new TokenText(store).segments(text)
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(segments.some(({ mismatch }) => mismatch)).toBe(false)
      }),
    )
  })

  it('gives the same segments to a text that grows', () => {
    const text = 'Café 😀 and so on,\nline two.'
    const tokens = tokensOf(text, 2).map((one) => entryOf(one))
    const store = new TokenStore()
    const growing = new TokenText(store)
    let shown = ''
    const decoder = new TextDecoder()
    for (const token of tokens) {
      store.append({ ...token, alternatives: [] })
      shown += decoder.decode(Uint8Array.from(token.bytes), { stream: true })
      growing.segments(shown)
    }
    expect(growing.segments(text)).toEqual(new TokenText(storeOf(tokens)).segments(text))
  })

  it('waits for content that comes after its tokens', () => {
    const text = new TokenText(words('Rain', ' falls'))
    expect(text.segments('')).toEqual([])
    expect(text.segments('Ra').map(({ mismatch }) => mismatch)).toEqual([false])
    expect(text.segments('Rain falls')).toMatchObject([
      { start: 0, end: 4, first: 0, mismatch: false },
      { start: 4, end: 10, first: 1, mismatch: false },
    ])
  })

  it('shares a split character among all of its tokens', () => {
    const bytes = [...new TextEncoder().encode('😀')]
    const store = storeOf([
      { token: 'a', bytes: [97] },
      ...bytes.map((byte) => ({ token: '�', bytes: [byte] })),
    ])
    expect(new TokenText(store).segments('a😀')).toEqual([
      { start: 0, end: 1, first: 0, last: 0, mismatch: false },
      { start: 1, end: 3, first: 1, last: 4, mismatch: false },
    ])
  })

  it('aligns tokens without bytes on the content', () => {
    expect(textsOf(words('Rain', ' falls', '.'), 'Rain falls.')).toEqual(['Rain', ' falls', '.'])
  })

  it('lets the content win where the tokens differ, and marks the place', () => {
    const segments = new TokenText(words('Rain', ' quietly', ' falls')).segments(
      'Rain softly falls',
    )
    expect(segments.filter(({ mismatch }) => mismatch)).toEqual([
      { start: 4, end: 4, first: 1, last: 1, mismatch: true },
      { start: 4, end: 11, first: -1, last: -1, mismatch: true },
    ])
    expect(segments.at(-1)).toMatchObject({ start: 11, end: 17, first: 2 })
  })

  it('shows content beyond the last token', () => {
    expect(textsOf(words('The'), 'The weather')).toEqual(['The', ' weather'])
  })
})

describe('visibleToken', () => {
  it('names what cannot be seen', () => {
    expect(visibleToken(' a\n\tb')).toBe('·a↵⇥b')
    expect(visibleToken('a\u200bb\u202ec\u0007')).toBe('a[ZWSP]b[U+202E]c[U+0007]')
  })
})
