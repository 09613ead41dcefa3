import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from '#lib/json/index.ts'
import { biasesIn, biasOf, withBiases } from './bias-draft.ts'

const ban = new Map([[290, -100]])

describe('withBiases', () => {
  it.each([null, '', '  \n', '{}'])('starts an object where there is none: %j', (draft) => {
    expect(withBiases(draft, ban)).toEqual({ ok: true, value: '{\n  "290": -100\n}' })
  })

  it('keeps comments, order and layout', () => {
    const draft = '{\n  // Porto\n  "43909": 5, // strong\n  "7": 1\n}'
    expect(withBiases(draft, ban)).toEqual({
      ok: true,
      value: '{\n  // Porto\n  "43909": 5, // strong\n  "7": 1,\n  "290": -100\n}',
    })
  })

  it('changes the bias of an id that is there, in its place', () => {
    expect(withBiases('{"290": 5, "7": 1}', ban)).toEqual({
      ok: true,
      value: '{"290": -100, "7": 1}',
    })
  })

  it('writes into what was pasted with typographic quotes and a trailing comma', () => {
    const result = withBiases('{“7”: 1,}', ban)
    expect(result.ok && parseTolerantJson(result.value)).toMatchObject({
      value: { 7: 1, 290: -100 },
      problems: [],
    })
  })

  it.each(['{"7": ', '{"7": 250}', '{"the": 5}', '[1]', '{"7": 1, "7": 2}'])(
    'does not touch a text with a problem: %s',
    (draft) => {
      expect(withBiases(draft, ban)).toMatchObject({
        ok: false,
        error: expect.stringMatching(/^Line 1: /),
      })
    },
  )

  it('adds exactly the biases, and loses none', () => {
    const biases = fc.dictionary(fc.nat(300_000).map(String), fc.integer({ min: -100, max: 100 }))
    fc.assert(
      fc.property(biases, biases, (old, added) => {
        const written = new Map(Object.entries(added).map(([id, bias]) => [Number(id), bias]))
        const result = withBiases(JSON.stringify(old), written)
        expect(result.ok && Object.fromEntries(biasesIn(result.value))).toEqual({
          ...old,
          ...added,
        })
      }),
    )
  })
})

describe('biasesIn', () => {
  it('reads nothing from a text with a problem', () => {
    expect(biasesIn('{"7": 250}').size).toBe(0)
    expect(biasesIn(null).size).toBe(0)
    expect(biasesIn('{"7": -3}').get('7')).toBe(-3)
  })
})

describe('biasOf', () => {
  it.each([
    ['5', 5],
    [' −100 ', -100],
    ['+7', 7],
    ['-0', -0],
  ])('reads %j', (text, value) => expect(biasOf(text)).toEqual({ ok: true, value }))

  it.each(['', 'five', '1.5', '101', '-101', '1e2'])('says what to do about %j', (text) => {
    expect(biasOf(text)).toMatchObject({ ok: false, error: expect.stringContaining('100') })
  })
})
