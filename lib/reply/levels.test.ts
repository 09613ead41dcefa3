import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunningFigures } from '#lib/logprobs/figures.ts'
import { cutsOf, meanSurprisalIn, type TextCuts, type TextLevel } from './levels.ts'
import { TokenStore } from './token-store.ts'

const levels: readonly TextLevel[] = ['sentence', 'line', 'paragraph']
const piece = fc.constantFrom(
  'Rain fell. ',
  'etc. ',
  '(',
  ')',
  '”',
  'lower ',
  'Upper ',
  '3.14',
  'U.',
  'S.',
  '?!',
  '…',
  '。',
  'é',
  '😀',
  '\ud83d',
  ',',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\n\n',
  '  \n',
  '\u2029',
)
const pieces = fc.array(piece, { maxLength: 40 })

function cut(level: TextLevel, text: string): TextCuts {
  const cuts = cutsOf(level)
  cuts.update(text)
  return cuts
}

const textsOf = (cuts: TextCuts, text: string) =>
  Array.from({ length: cuts.count }, (_, index) => {
    const { start, end } = cuts.range(index)
    return text.slice(start, end)
  })

describe.each(levels)('cuts into %ss', (level) => {
  it('are the same for a growing text as for the whole, and lose nothing', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const growing = cutsOf(level)
        let text = ''
        for (const part of parts) {
          text += part
          growing.update(text)
          const now = textsOf(growing, text)
          expect(now).toEqual(textsOf(cut(level, text), text))
          expect(now.join('')).toBe(text)
          expect(now).not.toContain('')
        }
      }),
      { numRuns: 400 },
    )
  })

  it('find the stretch of every place', () => {
    fc.assert(
      fc.property(pieces, fc.nat(200), (parts, at) => {
        const text = parts.join('')
        fc.pre(text !== '')
        const cuts = cut(level, text)
        const place = Math.min(at, text.length - 1)
        const { start, end } = cuts.range(cuts.indexAt(place))
        expect(start <= place && place < end).toBe(true)
      }),
    )
  })
})

describe('cutsOf', () => {
  it('knows sentences, lines and paragraphs', () => {
    const text = 'It rains. Dr. who?\nNo 3.5.\n \n\nNew.'
    expect(textsOf(cut('sentence', text), text)).toEqual([
      'It rains. ',
      'Dr. who?\n',
      'No 3.5.\n',
      ' \n',
      '\n',
      'New.',
    ])
    expect(textsOf(cut('line', text), text)).toHaveLength(5)
    expect(textsOf(cut('paragraph', text), text)).toEqual([
      'It rains. Dr. who?\nNo 3.5.\n \n\n',
      'New.',
    ])
    expect(cut('paragraph', '\n\nFirst').count).toBe(1)
    expect(cut('line', '').count).toBe(0)
  })

  it('cuts a long reply as it comes without starting over', () => {
    const sentence = 'Rain fell on the roof, and nobody heard it. '
    const cuts = cutsOf('sentence')
    let text = ''
    for (let index = 0; index < 5000; index += 1) {
      text += sentence
      cuts.update(text)
    }
    expect(cuts.count).toBe(5000)
    expect(cuts.range(4321).start).toBe(4321 * sentence.length)
  })
})

describe('meanSurprisalIn', () => {
  it('is the mean of the known tokens that the range touches', () => {
    const store = new TokenStore()
    for (const logprob of [0.5, 0.25, null, 0.125])
      store.append({ token: 'ab', logprob: logprob && Math.log(logprob), alternatives: [] })
    const figures = new RunningFigures(store)
    figures.update()
    const twoEach = (start: number, end: number) =>
      end > start ? { first: start / 2, last: end / 2 - 1 } : undefined
    expect(meanSurprisalIn({ start: 0, end: 4 }, twoEach, figures)).toBeCloseTo(1.5, 12)
    expect(meanSurprisalIn({ start: 4, end: 8 }, twoEach, figures)).toBeCloseTo(3, 12)
    expect(meanSurprisalIn({ start: 4, end: 6 }, twoEach, figures)).toBeUndefined()
    expect(meanSurprisalIn({ start: 4, end: 4 }, twoEach, figures)).toBeUndefined()
  })
})
