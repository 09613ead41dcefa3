import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldFigures } from './field-figures.ts'
import { leavesOf } from './field-tree.ts'
import { fieldAt, fieldsOf, madeUpReply, type MadeUp } from './tokens.fixture.ts'

function figuresOf(made: readonly MadeUp[], given?: string, isOver = true) {
  const { tokens, content, segments } = madeUpReply(made, given)
  const root = fieldsOf(content, isOver)
  const figures = fieldFigures(root, tokens, segments, content)
  const at = (...path: (string | number)[]) => {
    const { logprob, tokens: count, least } = figures.of(fieldAt(root, ...path))
    return { p: logprob === undefined ? undefined : Math.exp(logprob), count, least }
  }
  return { root, figures, at }
}

const close = (p: number) => expect.closeTo(p, 12) as number

describe('fieldFigures', () => {
  it('multiplies the tokens of a value, quotes included, and names the least likely', () => {
    const { at, figures } = figuresOf([
      ['{"', 0.9],
      ['city', 0.8],
      ['": ', 0.7],
      ['"', 0.6],
      ['Lis', 0.5],
      ['bon', 0.25],
      ['"', 0.4],
      ['}', 0.3],
    ])
    expect(at('city')).toEqual({ p: close(0.6 * 0.5 * 0.25 * 0.4), count: 4, least: 5 })
    expect(at()).toEqual({
      p: close(0.9 * 0.8 * 0.7 * 0.6 * 0.5 * 0.25 * 0.4 * 0.3),
      count: 8,
      least: 5,
    })
    expect(Math.exp(figures.structure.logprob ?? 0)).toBeCloseTo(0.9 * 0.8 * 0.7 * 0.3, 12)
  })

  it('counts a token that holds a boundary to the value of its first character of one', () => {
    const { at, figures } = figuresOf([
      ['{"a', 0.9],
      // The end of a key, a colon and the beginning of a value.
      ['":"', 0.8],
      ['x', 0.7],
      // The end of a value, a comma and the beginning of a key.
      ['","', 0.6],
      ['b":', 0.5],
      ['[1', 0.4],
      // Two values in one token: it is the first one's.
      [',2,3', 0.3],
      [',4]', 0.2],
      ['}', 0.1],
    ])
    expect(at('a')).toEqual({ p: close(0.8 * 0.7 * 0.6), count: 3, least: 3 })
    expect(at('b', 0)).toEqual({ p: close(0.4), count: 1, least: 5 })
    expect(at('b', 1)).toEqual({ p: close(0.3), count: 1, least: 6 })
    expect(at('b', 2)).toEqual({ p: 1, count: 0, least: undefined })
    expect(at('b', 3)).toEqual({ p: close(0.2), count: 1, least: 7 })
    expect(at('b')).toEqual({ p: close(0.4 * 0.3 * 0.2), count: 3, least: 7 })
    expect(figures.structure.tokens).toBe(3)
  })

  it('counts the tokens of one character together, however its bytes are cut', () => {
    const { at } = figuresOf([
      ['{"a":"', 0.9],
      [[0xe2], 0.5],
      [[0x82, 0xac], 0.4],
      ['"', 0.3],
      [',"b":', 0.8],
      ['"é', 0.7],
      ['"}', 0.6],
    ])
    expect(at('a')).toEqual({ p: close(0.9 * 0.5 * 0.4 * 0.3), count: 4, least: 3 })
    expect(at('b')).toEqual({ p: close(0.7 * 0.6), count: 2, least: 6 })
  })

  it('takes whole numbers, true and null without what follows them', () => {
    const { at } = figuresOf([
      ['{"n":', 0.9],
      ['12', 0.5],
      ['34', 0.25],
      [',"yes":', 0.8],
      ['true', 0.7],
      [',"no":null', 0.6],
      ['}', 0.9],
    ])
    expect(at('n')).toEqual({ p: close(0.125), count: 2, least: 2 })
    expect(at('yes')).toEqual({ p: close(0.7), count: 1, least: 4 })
    expect(at('no')).toEqual({ p: close(0.6), count: 1, least: 5 })
  })

  it('gives lists and objects all that is within them, nested or empty', () => {
    const { at, figures } = figuresOf([
      ['{"a":', 0.9],
      ['[', 0.8],
      ['[1]', 0.7],
      [',{}', 0.6],
      [']', 0.5],
      ['}\n', 0.4],
    ])
    expect(at('a', 0, 0)).toEqual({ p: close(0.7), count: 1, least: 2 })
    expect(at('a', 0)).toEqual({ p: close(0.7), count: 1, least: 2 })
    expect(at('a', 1)).toEqual({ p: 1, count: 0, least: undefined })
    expect(at('a')).toEqual({ p: close(0.8 * 0.7 * 0.6 * 0.5), count: 4, least: 4 })
    expect(Math.exp(figures.structure.logprob ?? 0)).toBeCloseTo(0.9 * 0.8 * 0.6 * 0.5 * 0.4, 12)
  })

  it('counts what has come of half a value, and what no value holds yet as structure', () => {
    const { at, figures, root } = figuresOf(
      [
        ['{"a":"Lis', 0.5],
        ['bo', 0.25],
      ],
      undefined,
      false,
    )
    expect(at('a')).toEqual({ p: close(0.125), count: 2, least: 1 })
    expect(leavesOf(root)[0]?.open).toBe(true)
    expect(figures.structure.tokens).toBe(0)
  })

  it('knows nothing of a value with an unknown token, or with text that came without one', () => {
    const unknown = figuresOf([
      ['{"a":', 0.9],
      ['1', null],
      [',"b":', 0.8],
      ['2', 0.7],
      ['}', 0.6],
    ])
    expect(unknown.at('a')).toEqual({ p: undefined, count: 1, least: undefined })
    expect(unknown.at('b').p).toBeCloseTo(0.7, 12)
    expect(unknown.at().p).toBeUndefined()
    const untold = figuresOf([['{"a":', 0.9]], '{"a":12}')
    expect(untold.at('a')).toEqual({ p: undefined, count: 0, least: undefined })
  })

  it('keeps the text around the JSON apart', () => {
    const { at, figures } = figuresOf([
      ['Sure: ', 0.5],
      ['{"a":', 0.9],
      ['1', 0.8],
      ['}', 0.7],
      ['!', 0.6],
    ])
    expect(at()).toEqual({ p: close(0.9 * 0.8 * 0.7), count: 3, least: 3 })
    expect(figures.whole.tokens).toBe(5)
  })

  it('splits every reply: values times structure are the whole, wherever tokens and text end', () => {
    const cuts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0.01, max: 1, noNaN: true })),
      { minLength: 400, maxLength: 400 },
    )
    const json = fc.json({ maxDepth: 3, stringUnit: 'grapheme' })
    fc.assert(
      fc.property(json, cuts, fc.nat(), fc.constantFrom('', 'So: '), (text, sizes, cut, before) => {
        const bytes = [...new TextEncoder().encode(before + (before ? `{"a":${text}}` : text))]
        const made: MadeUp[] = []
        for (const [size, p] of sizes) {
          if (bytes.length === 0) break
          made.push([bytes.splice(0, size), p])
        }
        const { tokens, content, segments } = madeUpReply(made.slice(0, 1 + (cut % made.length)))
        const root = rootOf(content)
        if (!root) return
        const figures = fieldFigures(root, tokens, segments, content)
        const leaves = leavesOf(root).map((leaf) => figures.of(leaf))
        const sum = [...leaves, figures.structure].reduce(
          (all, one) => all + (one.logprob ?? Number.NaN),
          0,
        )
        const known = made
          .slice(0, tokens.length)
          .reduce((all, [, p]) => all + Math.log(p ?? Number.NaN), 0)
        const count = [...leaves, figures.structure].reduce((all, one) => all + one.tokens, 0)
        expect(count).toBe(tokens.length)
        expect(figures.whole.tokens).toBe(tokens.length)
        // Half a character at the very end is text whose token has not come.
        if (figures.whole.logprob === undefined) return
        expect(sum).toBeCloseTo(known, 9)
        expect(figures.whole.logprob).toBeCloseTo(known, 9)
      }),
      { numRuns: 500 },
    )
  })
})

function rootOf(content: string) {
  try {
    return fieldsOf(content, false)
  } catch {
    return undefined
  }
}
