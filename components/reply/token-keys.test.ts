import { describe, expect, it } from 'vitest'
import { TokenStore } from '#lib/reply/token-store.ts'
import { TokenText } from '#lib/reply/token-text.ts'
import { neighbour } from './token-keys.ts'

const halves = [...new TextEncoder().encode('😀')]

/** Four tokens: a word, both halves of a character, a word. */
function segments() {
  const store = new TokenStore()
  const bytes = [[0x61], halves.slice(0, 2), halves.slice(2), [0x62]]
  for (const one of bytes) store.append({ token: '?', bytes: one, logprob: -1, alternatives: [] })
  return new TokenText(store).segments('a😀b')
}

const press = (key: string, from: number | undefined, rest = {}) =>
  neighbour(
    { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...rest },
    {
      from,
      segments: segments(),
      onNextLine: (token, step) => 10 * token + step,
      onNextStop: (way) => 100 + way,
    },
  )

describe('neighbour', () => {
  it('steps over tokens that share a character', () => {
    expect(press('ArrowRight', 0)).toBe(1)
    expect(press('ArrowRight', 1)).toBe(3)
    expect(press('ArrowRight', 3)).toBe(3)
    expect(press('ArrowLeft', 3)).toBe(1)
    expect(press('ArrowLeft', 2)).toBe(0)
    expect(press('ArrowLeft', 0)).toBe(0)
  })

  it('goes to the ends, and to other lines from the character’s first token', () => {
    expect(press('Home', 3)).toBe(0)
    expect(press('End', undefined)).toBe(3)
    expect(press('ArrowDown', 2)).toBe(11)
    expect(press('ArrowUp', 2)).toBe(9)
    expect(press('[', 2)).toBe(99)
    expect(press(']', 2, { altKey: true })).toBe(101)
  })

  it('leaves other keys and the browser’s own alone', () => {
    expect(press('a', 0)).toBeUndefined()
    expect(press('ArrowRight', 0, { shiftKey: true })).toBeUndefined()
    expect(press('ArrowLeft', 0, { altKey: true })).toBeUndefined()
    expect(press('constructor', 0)).toBeUndefined()
  })
})
