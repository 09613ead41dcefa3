import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf } from './fixtures/chunks.ts'
import { textBefore, textOfAlternative } from './branch-text.ts'
import { isGraphemeStart } from './graphemes.ts'
import { TokenStore } from './token-store.ts'

/** A text as tokens of `size` bytes each. */
function storeOf(text: string, size: number) {
  const store = new TokenStore()
  for (const { bytes, logprob } of tokensOf(text, size)) {
    store.append({ token: 'as written', logprob, bytes, alternatives: [] })
  }
  return store
}

/** A text as tokens without bytes. */
function written(...texts: string[]) {
  const store = new TokenStore()
  for (const token of texts) store.append({ token, logprob: -1, alternatives: [] })
  return store
}

describe('textBefore', () => {
  it('is what the bytes before say, or a reason inside a character', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), fc.nat(100), (text, size, pick) => {
        const store = storeOf(text, size)
        const token = pick % store.length
        const before = textBefore(store, token, text)
        const bytes = new TextEncoder().encode(text).slice(0, token * size)
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        const whole = text.startsWith(decoded) && isGraphemeStart(text, decoded.length)
        expect(before.ok ? before.value : undefined).toBe(whole ? decoded : undefined)
      }),
    )
  })

  it('gives a reason inside a character and inside one of several code points', () => {
    expect(textBefore(storeOf('aé', 2), 1, 'aé')).toMatchObject({
      ok: false,
      error: expect.stringContaining('inside a character'),
    })
    const family = '👩‍👩‍👧'
    expect(textBefore(storeOf(family, 4), 1, family).ok).toBe(false)
    expect(textBefore(storeOf(family, 4), 0, family)).toEqual({ ok: true, value: '' })
  })

  it('reads texts where no bytes were sent, or only the first of them', () => {
    expect(textBefore(written('Rain', ' fell'), 1, 'Rain fell')).toEqual({
      ok: true,
      value: 'Rain',
    })
    const store = new TokenStore()
    store.append({ token: 'Rain', bytes: [82], logprob: -1, alternatives: [] })
    store.append({ token: ' fell', bytes: [32], logprob: -1, alternatives: [] })
    expect(textBefore(store, 1, 'Rain fell')).toEqual({ ok: true, value: 'Rain' })
  })

  it('gives a reason where text and tokens differ before the token, and not where they do after', () => {
    const store = written('Rain', ' fell', ' on')
    expect(textBefore(store, 2, 'Rain FELL on')).toMatchObject({
      ok: false,
      error: expect.stringContaining('differs from its tokens'),
    })
    expect(textBefore(store, 1, 'Rain FELL on')).toEqual({ ok: true, value: 'Rain' })
  })
})

describe('textOfAlternative', () => {
  const logprob = -1

  it('is the bytes, else the text', () => {
    const bytes = [0xc3, 0xa9]
    expect(textOfAlternative({ token: 'x', logprob, bytes })).toEqual({ ok: true, value: 'é' })
    expect(textOfAlternative({ token: ' fog', logprob })).toEqual({ ok: true, value: ' fog' })
  })

  it.each([
    [{ token: '\\xc3', logprob, bytes: [0xc3] }, 'part of a character'],
    [{ token: 'bytes:\\xc3', logprob }, 'part of a character'],
    [{ token: '<|endoftext|>', logprob }, 'no text'],
    [{ token: '</s>', logprob, bytes: [60, 47, 115, 62] }, 'no text'],
  ])('gives a reason for %j', (alternative, reason) => {
    expect(textOfAlternative(alternative)).toMatchObject({
      ok: false,
      error: expect.stringContaining(reason),
    })
  })
})
