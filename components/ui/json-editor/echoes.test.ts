import { describe, expect, it } from 'vitest'
import { Echoes } from './echoes.ts'

describe('telling echoes from news', () => {
  it('takes a value that was never typed for news', () => {
    expect(new Echoes().isNews('link', 'typed')).toBe(true)
  })

  it('takes what is shown already for nothing new', () => {
    expect(new Echoes().isNews('a', 'a')).toBe(false)
  })

  it('ignores a text that comes back after more was typed', () => {
    const echoes = new Echoes()
    echoes.sent('a', '')
    echoes.sent('ab', '')
    expect(echoes.isNews('a', 'ab')).toBe(false)
    expect(echoes.isNews('ab', 'ab')).toBe(false)
  })

  it('knows a reset to an earlier text, once the typing has come back', () => {
    const echoes = new Echoes()
    echoes.sent('a', '')
    echoes.sent('ab', 'a')
    expect(echoes.isNews('ab', 'ab')).toBe(false)
    expect(echoes.isNews('a', 'ab')).toBe(true)
  })

  it('expects nothing back when the typing ended where the page is', () => {
    const echoes = new Echoes()
    echoes.sent('ab', 'a')
    echoes.sent('a', 'a')
    expect(echoes.isNews('ab', 'a')).toBe(true)
  })
})
