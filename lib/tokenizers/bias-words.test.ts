import { describe, expect, it } from 'vitest'
import { biasWord, severalTokens, signedBias } from './bias-words.ts'

describe('words about biases', () => {
  it.each([
    [-100, 'ban', '−100'],
    [-5, 'discourage', '−5'],
    [0, 'no change', '0'],
    [5, 'encourage', '+5'],
    [100, 'force', '+100'],
  ])('%i is %s, written %s', (amount, word, signed) => {
    expect([biasWord(amount), signedBias(amount)]).toEqual([word, signed])
  })

  it('explain what a bias on several tokens would mean', () => {
    const porto = { text: ' PORTO', ids: [1, 2], pieces: [' PORT', 'O'] }
    expect(severalTokens(porto, true)).toContain('“·PORTO” is 2 tokens')
    expect(severalTokens(porto, true)).toContain('ban the first, “·PORT”, and so every word')
    expect(severalTokens(porto, false)).toContain('favour the first')
  })
})
