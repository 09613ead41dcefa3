import { describe, expect, it } from 'vitest'
import { countSentences, endingRates, endsSentence } from './endings.ts'

const saying = (text: string) => ({
  topic: '',
  title: '',
  turns: [{ speaker: 'user', text: 'Why? Oh.' } as const, { speaker: 'assistant', text } as const],
})

describe('sentences', () => {
  it.each([
    ['Rain falls.', 1],
    ['"Is it wet?" Yes. Very!', 3],
    ['Between 0.3 and 0.7.', 0],
    ['1. Heat the pan.\n2. Wait', 1],
    ['positive', 0],
  ])('of %j are %i', (text, count) => expect(countSentences(saying(text))).toBe(count))

  it.each([
    ['It rains.', true],
    ['he said."', true],
    ['It rains', false],
    ['between 0.', false],
    ['', false],
  ])('end in %j: %s', (text, ends) => expect(endsSentence(text)).toBe(ends))
})

describe('endingRates', () => {
  it('is the share of answers that end there among those that came so far', () => {
    const rates = endingRates([1, 1, 2, 3, 0], Float64Array.of(1, 1, 1, 1, 9))
    expect(Array.from(rates.slice(0, 4))).toEqual([0.5, 0.5, 1, 1])
  })

  it('counts passages by weight and ends what grows beyond all of them', () => {
    const rates = endingRates([1, 40], Float64Array.of(3, 1))
    expect(rates[0]).toBe(0.75)
    expect(Array.from(rates.slice(1))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })
})
