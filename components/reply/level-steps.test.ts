import { describe, expect, it } from 'vitest'
import { TokenStore } from '#lib/reply/token-store.ts'
import { levelSteps } from './level-steps.ts'

/** The steps of tokens, given as texts and probabilities. */
function stepsOf(level: 'sentence' | 'line', known: readonly (readonly [string, number])[]) {
  const store = new TokenStore()
  for (const [token, p] of known) store.append({ token, logprob: Math.log(p), alternatives: [] })
  const step = levelSteps(store, known.map(([token]) => token).join(''), level)
  return known.map((_, token) => step(token))
}

describe('levelSteps', () => {
  it('counts a word that begins with a blank in its own sentence, and in no other', () => {
    const known = [
      ['Rain', 0.95],
      ['.', 0.95],
      [' Go', 0.001],
      ['.', 0.95],
      [' So', 0.95],
      ['.', 0.95],
    ] as const
    // (9.97 + .07) / 2 = 5.02 bits
    expect(stepsOf('sentence', known)).toEqual([0, 0, 5, 5, 0, 0])
  })

  it('leaves a line break with the line that it ends', () => {
    const known = [
      ['One', 0.95],
      ['.\n', 0.001],
      ['Two', 0.95],
    ] as const
    expect(stepsOf('line', known)).toEqual([5, 5, 0])
    expect(stepsOf('sentence', known)).toEqual([5, 5, 0])
  })

  it('gives blanks alone the step of where they begin', () => {
    const known = [
      ['One', 0.001],
      ['\n', 0.001],
      ['  ', 0.95],
      ['Two', 0.95],
    ] as const
    expect(stepsOf('line', known)).toEqual([6, 6, 0, 0])
  })
})
