import { describe, expect, it } from 'vitest'
import { rememberRecent } from './recent.ts'

const long = (name: string) => name.padEnd(3000, '.')

function counting() {
  const texts: string[] = []
  const read = rememberRecent((text: string) => {
    texts.push(text)
    return { text }
  })
  return { read, texts }
}

describe('rememberRecent', () => {
  it('reads a long text once, whatever string object it comes in', () => {
    const { read, texts } = counting()
    const first = read(long('a'))
    expect(read([...long('a')].join(''))).toBe(first)
    expect(texts).toHaveLength(1)
  })

  it('keeps no short text', () => {
    const { read, texts } = counting()
    expect(read('a')).toEqual(read('a'))
    expect(texts).toHaveLength(2)
  })

  it('forgets the text that was not asked for the longest', () => {
    const { read, texts } = counting()
    for (const name of 'abcdef') read(long(name))
    read(long('a'))
    read(long('g'))
    expect(texts).toHaveLength(7)
    read(long('a'))
    expect(texts).toHaveLength(7)
    read(long('b'))
    expect(texts).toHaveLength(8)
  })

  it('reads a text again that could not be read', () => {
    let calls = 0
    const read = rememberRecent(() => {
      calls += 1
      throw new Error('no')
    })
    expect(() => read(long('a'))).toThrow('no')
    expect(() => read(long('a'))).toThrow('no')
    expect(calls).toBe(2)
  })
})
