import { describe, expect, it } from 'vitest'
import { RunningFigures } from '#lib/logprobs/figures.ts'
import { TokenStore } from '#lib/reply/token-store.ts'
import { figureWords } from './passage-figures-words.ts'

function wordsOf(...probabilities: (number | null)[]) {
  const tokens = new TokenStore()
  for (const p of probabilities)
    tokens.append({ token: 'ab', logprob: p && Math.log(p), alternatives: [] })
  const figures = new RunningFigures(tokens)
  figures.update()
  return figureWords(figures.passage())
}
const short = (words: ReturnType<typeof wordsOf>) =>
  words.map(({ name, value }) => `${name} ${value}`)

describe('figureWords', () => {
  it('tells every figure by its name', () => {
    expect(short(wordsOf(0.6, 0.15))).toEqual([
      'perplexity 3.33',
      'mean surprisal 1.74 bit',
      'bits per byte 0.868',
      'joint log probability −2.4 nat',
      'top choice 100 %',
    ])
  })

  it('counts what is unknown, and says what holds in spite of it', () => {
    const words = wordsOf(0.25, null)
    expect(short(words)).toContain('unknown 1')
    expect(words[0]).toMatchObject({ value: '4.00' })
    expect(words[0]?.meaning).toContain('at least 2.00')
    expect(wordsOf(null).map(({ name }) => name)).toEqual(['unknown'])
    expect(wordsOf()).toEqual([])
  })

  it('writes large perplexities as powers of two', () => {
    expect(wordsOf(1e-4)[0]?.value).toBe('10000')
    expect(wordsOf(1e-30)[0]?.value).toBe('2^99.7')
  })

  it('says of how many tokens the first choice can be told', () => {
    const top = wordsOf(0.6, 0.1).find(({ name }) => name === 'top choice')
    expect(top?.meaning).toBe(
      '1 of 1 tokens were the likeliest at their position. For the other tokens that cannot be told.',
    )
  })
})
