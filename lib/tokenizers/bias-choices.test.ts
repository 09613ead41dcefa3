import { describe, expect, it } from 'vitest'
import { biasChoices, biasesFor, isExact } from './bias-choices.ts'

const porto = { token: ' Porto' }
const capitals = { text: ' PORTO', ids: [36_940, 46], pieces: [' PORT', 'O'] }
const small = { text: ' porto', ids: [77], pieces: [' porto'] }
const found = { id: 43_909, others: [small, capitals] }
const known = { encoding: 'o200k_base', told: undefined, isOfAnother: false } as const

describe('biasChoices', () => {
  it('lists the token first, then its other spellings', () => {
    const { variants, note } = biasChoices(porto, known, found)
    expect(variants.map(({ ids }) => ids)).toEqual([[43_909], [77], [36_940, 46]])
    expect(note).toBeUndefined()
    expect(variants.map(isExact)).toEqual([true, true, false])
  })

  it('has the token alone where only the reply told an id', () => {
    const { variants, note } = biasChoices(
      porto,
      { ...known, encoding: undefined, told: 9 },
      undefined,
    )
    expect(variants).toEqual([{ text: ' Porto', ids: [9], pieces: [' Porto'] }])
    expect(note).toContain('reply')
  })

  it('believes the reply where it and the encoding differ', () => {
    const { variants, note } = biasChoices(porto, { ...known, told: 9 }, found)
    expect(variants.map(({ ids }) => ids)).toEqual([[9]])
    expect(note).toContain('not the one of o200k_base')
  })

  it('has nothing where the encoding has no such token', () => {
    const { variants, note } = biasChoices(porto, known, { id: undefined, others: [] })
    expect(variants).toEqual([])
    expect(note).toContain('o200k_base has no such token')
  })
})

describe('biasesFor', () => {
  it('means the first of several tokens, each id once', () => {
    const again = { ...capitals, text: ' PORTOS' }
    expect([...biasesFor([small, capitals, again], 5)]).toEqual([
      [77, { amount: 5, label: ' porto' }],
      [36_940, { amount: 5, label: ' PORT' }],
    ])
  })
})
