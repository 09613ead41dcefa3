import { describe, expect, it } from 'vitest'
import { TokenStore } from '#lib/reply/token-store.ts'
import { tokenForKey } from './keys.ts'

function tokensOf(...logprobs: number[]): TokenStore {
  const tokens = new TokenStore()
  for (const logprob of logprobs) tokens.append({ token: 'a', logprob, alternatives: [] })
  return tokens
}
const press = (key: string, held = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

describe('tokenForKey', () => {
  const tokens = tokensOf(...Array.from({ length: 400 }, () => -0.1))

  it('steps, pages and jumps within the tokens', () => {
    const from5 = (key: string) => tokenForKey(press(key), tokens, 5, [])
    expect(
      ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].map(
        from5,
      ),
    ).toEqual([6, 6, 4, 4, 25, 0, 0, 399])
    expect(tokenForKey(press('ArrowRight'), tokens, 399, [])).toBe(399)
    expect(tokenForKey(press('PageUp'), tokensOf(-1, -1, -1), 0, [])).toBe(2)
  })

  it('begins at the first token', () => {
    expect(tokenForKey(press('ArrowRight'), tokens, undefined, [])).toBe(0)
    expect(tokenForKey(press('ArrowRight'), tokensOf(), undefined, [])).toBeUndefined()
  })

  it('goes to peaks and forks', () => {
    const hilly = tokensOf(0, -3, 0, 0, -4, 0)
    expect(tokenForKey(press(']'), hilly, 1, [3])).toBe(3)
    expect(tokenForKey(press(']', { altKey: true }), hilly, 3, [3])).toBe(4)
    expect(tokenForKey(press('['), hilly, 3, [])).toBe(1)
    expect(tokenForKey(press(']'), hilly, 4, [])).toBeUndefined()
  })

  it('leaves other keys and shortcuts alone', () => {
    expect(tokenForKey(press('a'), tokens, 1, [])).toBeUndefined()
    expect(tokenForKey(press('ArrowRight', { ctrlKey: true }), tokens, 1, [])).toBeUndefined()
  })
})
