import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf, tokensOf } from './fixtures/chunks.ts'
import { TokenStore } from './token-store.ts'
import type { Segment } from './segments.ts'
import { TokenText } from './token-text.ts'

interface Token {
  token: string
  bytes?: number[]
}

function storeOf(tokens: readonly Token[], store = new TokenStore()): TokenStore {
  for (const { token, bytes } of tokens)
    store.append({ token, bytes, logprob: -1, alternatives: [] })
  return store
}

const bytesOf = (text: string) => [...new TextEncoder().encode(text)]
const words = (...tokens: string[]) => storeOf(tokens.map((token) => ({ token })))
const cut = (text: string, size: number) => tokensOf(text, size).map((one) => entryOf(one))
const shownBy = (segments: Iterable<Segment>, content: string) =>
  [...segments].map(({ start, end }) => content.slice(start, end)).join('')
const listOf = (store: TokenStore, content: string) => [...new TokenText(store).segments(content)]
/** Each segment's text and tokens, with `≠` where they differ. */
const view = (store: TokenStore, content: string) =>
  listOf(store, content).map(({ start, end, first, last, mismatch }) => {
    const tokens = first === last ? String(first) : `${first}–${last}`
    return `${mismatch ? '≠' : ''}${first < 0 ? '' : tokens}:${content.slice(start, end)}`
  })

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
/** Tokens of a text, with true bytes, with none, with those of another text, or with none of its own. */
const tokens: fc.Arbitrary<Token[]> = fc
  .tuple(text, fc.integer({ min: 1, max: 5 }), fc.constantFrom('bytes', 'text', 'mixed'))
  .map(([source, size, kind]) =>
    cut(source, size).map(({ token, bytes }, index) =>
      kind === 'bytes' || (kind === 'mixed' && index % 2 === 0) ? { token, bytes } : { token },
    ),
  )

describe('TokenText on the text of its own tokens', () => {
  it('covers it exactly, in whole graphemes, each token once and in order', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (content, size) => {
        const store = storeOf(cut(content, size))
        const segments = listOf(store, content)
        expect(shownBy(segments, content)).toBe(content)
        expect(segments.some(({ mismatch }) => mismatch)).toBe(false)
        const laid = segments.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, place) => first + place),
        )
        expect(laid).toEqual(Array.from({ length: store.length }, (_, index) => index))
        const graphemes = new Set([...new Intl.Segmenter().segment(content)].map((g) => g.index))
        expect(segments.every(({ start }) => graphemes.has(start))).toBe(true)
      }),
    )
  })

  it('gives the same segments to a text that grows, tokens before or after their content', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 3 }), fc.boolean(), (content, size, ahead) => {
        const all = cut(content, size)
        const store = new TokenStore()
        const growing = new TokenText(store)
        for (let shown = 0; shown < content.length; shown += 3) {
          storeOf(all.splice(0, ahead ? 4 : 1), store)
          const now = content.slice(0, shown)
          expect(shownBy(growing.segments(now), now)).toBe(now)
        }
        storeOf(all, store)
        expect([...growing.segments(content)]).toEqual(listOf(store, content))
      }),
    )
  })

  it('keeps the segments that are done, and reads each token once', () => {
    const read: number[] = []
    class Counting extends TokenStore {
      override wholeText(index: number) {
        read.push(index)
        return super.wholeText(index)
      }
    }
    const store = new Counting()
    const growing = new TokenText(store)
    let content = ''
    let before: Segment | undefined
    for (let index = 0; index < 2000; index += 1) {
      storeOf([{ token: ` w${index}`, bytes: bytesOf(` w${index}`) }], store)
      content += ` w${index}`
      const now = growing.segments(content)
      expect(now.at(index - 1)).toEqual(before)
      before = now.at(index)
    }
    expect(read).toEqual(Array.from({ length: 2000 }, (_, index) => index))
  })

  it('shows a split character among all of its tokens', () => {
    const halves = bytesOf('😀').map((byte) => ({ token: '\ufffd', bytes: [byte] }))
    expect(view(storeOf([{ token: 'a', bytes: [97] }, ...halves]), 'a😀')).toEqual([
      '0:a',
      '1–4:😀',
    ])
  })

  it('gives a character to both tokens when each has more than its half', () => {
    const store = storeOf([
      { token: '?', bytes: [97, 0xc3] },
      { token: '?', bytes: [0xa9, 98] },
    ])
    expect(view(store, 'aéb')).toEqual(['0–1:aéb'])
  })

  it('keeps marks with their letter and a family together', () => {
    expect(view(words('e', '\u0301', 'x'), 'e\u0301x')).toEqual(['0–1:e\u0301', '2:x'])
    expect(view(words('👩', '\u200d', '👧', '!'), '👩\u200d👧!')).toEqual(['0–2:👩\u200d👧', '3:!'])
    expect(view(words('a\r', '\nb'), 'a\r\nb')).toEqual(['0–1:a\r\nb'])
  })

  it('keeps a byte order mark, and tokens of nothing to themselves', () => {
    const store = storeOf([
      { token: '\ufeff', bytes: [0xef, 0xbb, 0xbf] },
      { token: '', bytes: [] },
      { token: 'Hi', bytes: bytesOf('Hi') },
    ])
    expect(view(store, '\ufeffHi')).toEqual(['0:\ufeff', '1:', '2:Hi'])
  })

  it('goes by the text of a token whose bytes were cut short of it', () => {
    const store = storeOf([
      { token: 'The', bytes: [84] },
      { token: ' rain', bytes: [] },
    ])
    expect(view(store, 'The rain')).toEqual(['0:The', '1: rain'])
  })

  it('aligns tokens without bytes on the content', () => {
    expect(view(words('Rain', ' falls', '.'), 'Rain falls.')).toEqual(['0:Rain', '1: falls', '2:.'])
  })
})

describe('TokenText on a text that is not there yet', () => {
  it('waits for content that comes after its tokens', () => {
    const growing = new TokenText(words('Rain', ' falls'))
    expect([...growing.segments('')]).toEqual([])
    expect([...growing.segments('Ra')]).toEqual([
      { start: 0, end: 2, first: 0, last: 0, mismatch: false },
    ])
    expect([...growing.segments('Rain falls')]).toEqual([
      { start: 0, end: 4, first: 0, last: 0, mismatch: false },
      { start: 4, end: 10, first: 1, last: 1, mismatch: false },
    ])
  })

  it('gives a token what a stop sequence left of it', () => {
    expect(view(words('Rain', ' falls', ' now'), 'Rain fal')).toEqual(['0:Rain', '1: fal'])
  })

  it('shows content beyond the last token', () => {
    expect(view(words('The'), 'The weather')).toEqual(['0:The', ': weather'])
  })
})

describe('TokenText where the content says something else', () => {
  it('covers any content exactly, whatever the tokens say and however both grow', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(tokens, { maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (own, others, step) => {
          const content = own + others.map((other) => other.map(({ token }) => token)).join('')
          const all = [...others.toReversed().flat(), ...cut(own, 2)]
          const store = new TokenStore()
          const growing = new TokenText(store)
          for (let shown = 0; shown < content.length + step; shown += step) {
            storeOf(all.splice(0, step), store)
            const now = content.slice(0, shown)
            const segments = [...growing.segments(now)]
            expect(shownBy(segments, now)).toBe(now)
            const firsts = segments.map(({ first }) => first).filter((first) => first >= 0)
            expect(firsts).toEqual([...new Set(firsts)].toSorted((a, b) => a - b))
          }
        },
      ),
    )
  })

  it('marks the place and goes on where both agree again', () => {
    expect(view(words('Rain', ' quietly', ' falls'), 'Rain softly falls')).toEqual([
      '0:Rain',
      '≠1:',
      '≠: softly',
      '2: falls',
    ])
  })

  it('agrees again at the end of the content, and marks it where it never does', () => {
    expect(view(words('Rain', ' quietly', '.'), 'Rain softly.')).toEqual([
      '0:Rain',
      '≠1:',
      '≠: softly',
      '2:.',
    ])
    expect(view(words('Rain', ' quietly'), 'Rain softly')).toEqual(['0:Rain', '≠1:', '≠: softly'])
  })

  it('finds its way in a language whose tokens are single characters', () => {
    expect(view(words(...'甲乙丙丁戊己'), '甲X丙丁戊己')).toEqual([
      '0:甲',
      '≠1:',
      '≠:X',
      '2:丙',
      '3:丁',
      '4:戊',
      '5:己',
    ])
  })

  it('leaves out a token that the content does not show, without running ahead', () => {
    expect(view(words('<|x|>', 'It', ' is', ' so'), 'It is so. It is.')).toEqual([
      '≠0:',
      '1:It',
      '2: is',
      '3: so',
      ':. It is.',
    ])
  })

  it('does not take a short word far ahead for the place where both agree again', () => {
    const content = `Well then${', now'.repeat(8)} the end of it all is near`
    expect(view(words('Well', ' so', ' the', ' end', ' of', ' it'), content)).toEqual([
      '0:Well',
      '≠1:',
      `≠: then${', now'.repeat(8)}`,
      '2: the',
      '3: end',
      '4: of',
      '5: it',
      ': all is near',
    ])
    expect(view(words('Well', ' so', ' the'), content)).toEqual([
      '0:Well',
      '≠1:',
      '≠2:',
      `≠:${content.slice(4)}`,
    ])
  })

  it('gives a character to tokens whose bytes a server replaced', () => {
    const replaced = ['Hi', ' \ufffd', '\ufffd', ' there'].map((token) => ({
      token,
      bytes: bytesOf(token),
    }))
    expect(view(storeOf(replaced), 'Hi 😀 there')).toEqual(['0:Hi', '≠1–2: 😀', '3: there'])
  })

  it('gives up on tokens one by one where nothing agrees for long', () => {
    const store = words(...Array.from({ length: 100 }, (_, index) => ` no${index}`), ' at last')
    const content = `${'yes '.repeat(200)}at last`
    const segments = listOf(store, content)
    expect(shownBy(segments, content)).toBe(content)
    expect(segments.at(-1)).toMatchObject({ first: 100, mismatch: false })
    expect(segments.filter(({ mismatch }) => mismatch)).toHaveLength(101)
  })
})
