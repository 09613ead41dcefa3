import { describe, expect, it } from 'vitest'
import { TokenStore } from '#lib/reply/token-store.ts'
import { standingsOf } from './forks.ts'

function choice(name: string, ...texts: string[]) {
  const tokens = new TokenStore()
  for (const token of texts) tokens.append({ token, logprob: -1, alternatives: [] })
  return { name, tokens }
}
const wordsOf = (...args: Parameters<typeof standingsOf>) =>
  standingsOf(...args).standings.map(({ words }) => words)

describe('standingsOf', () => {
  const choices = [
    choice('A', 'It', ' rains', '.'),
    choice('B', 'It rains', '.'),
    choice('C', 'It', ' snows'),
    choice('D', 'It'),
  ]

  it('says where each choice leaves the shown one, by its own tokens', () => {
    expect(wordsOf(choices, 0, false)).toEqual(['shown', 'same as A', 'forks at 2', 'ends at 2'])
    expect(wordsOf(choices, 1, false)).toEqual(['same as B', 'shown', 'forks at 2', 'ends at 2'])
    const { standings, distinct } = standingsOf(choices, 1, false)
    expect(distinct).toBe(3)
    expect(standings[2]?.fork).toEqual({ own: 1, shown: 0 })
  })

  it('calls nothing a fork that may only be late', () => {
    expect(wordsOf(choices, 0, true)).toEqual(['shown', 'same so far', 'forks at 2', 'same so far'])
    expect(standingsOf(choices, 0, true).distinct).toBe(2)
  })
})
