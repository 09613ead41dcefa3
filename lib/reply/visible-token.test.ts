import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleToken } from './visible-token.ts'

describe('visibleToken', () => {
  it('has signs for blanks', () => {
    expect(visibleToken(' a\n\tb\r\u00a0')).toBe('·a↵⇥b␍⍽')
  })

  it('names what cannot be seen, or gives its code', () => {
    expect(visibleToken('a\u200bb\u202ec\u0007')).toBe('a[ZWSP]b[RLO]c[U+0007]')
    expect(visibleToken('\u00ad\ufeff\u2028\u3000\u{e0001}')).toBe(
      '[SHY][BOM][U+2028][U+3000][U+E0001]',
    )
    expect(visibleToken('\ud83d')).toBe('[U+D83D]')
  })

  it('leaves what can be seen as it is', () => {
    for (const text of ['word', 'Größe', '中文', '😀', '<b>&amp;', '\ufffd'])
      expect(visibleToken(text)).toBe(text)
  })

  it('leaves nothing blank, hidden or turning around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleToken(text)).not.toMatch(/[\s\p{Cc}\p{Cf}]/u)
      }),
    )
  })
})
