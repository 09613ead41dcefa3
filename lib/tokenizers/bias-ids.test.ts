import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { biasesIn } from './bias-draft.ts'
import { idLines, withIdsRenamed } from './bias-ids.ts'

const without = (text: string, ...ids: string[]) => {
  const result = withIdsRenamed(text, new Map(ids.map((id) => [id, undefined])))
  return result.ok ? result.value : result.error
}

describe('withIdsRenamed', () => {
  it.each([
    ['{"7": 1}', '{}'],
    ['{"7": 1, "8": 2}', '{"8": 2}'],
    ['{"8": 2, "7": 1}', '{"8": 2}'],
    ['{\n  "8": 2, // eight\n  "7": 1 // seven\n}', '{\n  "8": 2 // eight\n}'],
    ['{\n  // all\n  "7": 1, // seven\n  "8": 2\n}', '{\n  // all\n  "8": 2\n}'],
    ['{\n  "7": 1,\n}', '{\n}'],
    ['{\n  "7": 1, "8": 2\n}', '{\n  "8": 2\n}'],
  ])('takes an id out of %j with its comma and its comment', (text, rest) => {
    expect(without(text, '7')).toBe(rest)
  })

  it('takes out exactly the ids, whatever they are', () => {
    const biases = fc.dictionary(fc.nat(30).map(String), fc.integer({ min: -100, max: 100 }))
    const gone = fc.uniqueArray(fc.nat(30).map(String))
    fc.assert(
      fc.property(biases, gone, fc.constantFrom(0, 2), (before, ids, indent) => {
        const rest = without(JSON.stringify(before, null, indent), ...ids)
        const kept = Object.entries(before).filter(([id]) => !ids.includes(id))
        expect(Object.fromEntries(biasesIn(rest))).toEqual(Object.fromEntries(kept))
      }),
    )
  })

  it('does not touch a text with a problem', () => {
    expect(without('{"7": 250}', '7')).toMatch(/^Line 1: /)
  })
})

describe('idLines', () => {
  it('finds each id on its line, in half typed text too', () => {
    const lines = [
      { id: '7', line: 2 },
      { id: '8', line: 4 },
    ]
    expect(idLines('{\n  "7": 1, // "9": 2\n\n  "8": 250,\n}')).toEqual(lines)
    expect(idLines('{\r\n  “7”: 1,\r\n\r\n  "8": ')).toEqual(lines)
    expect(idLines('{"the": 1, "1e3": 2, "12": {"13": 1}}')).toEqual([{ id: '12', line: 1 }])
    for (const text of ['', '[7]', 'x']) expect(idLines(text)).toEqual([])
  })
})
