import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunningFigures, type MeasuredTokens, type PassageFigures } from './figures.ts'
import type { Position } from './position.ts'
import { isUnknown } from './index.ts'

interface Token extends Position {
  text: string
}

function reader(tokens: readonly Token[]): MeasuredTokens {
  return {
    get length() {
      return tokens.length
    },
    position: (index) => tokens[index] ?? { chosen: Number.NaN, listed: [], chosenAt: -1 },
    text: (index) => tokens[index]?.text ?? '',
    bytes: (index) => {
      const text = tokens[index]?.text ?? ''
      // The other half has to be measured by text.
      return index % 2 === 0 ? new TextEncoder().encode(text) : undefined
    },
  }
}

function read(tokens: readonly Token[]): RunningFigures {
  const figures = new RunningFigures(reader(tokens))
  figures.update()
  return figures
}

const plain = (chosen: number, text = 'a'): Token => ({ chosen, listed: [], chosenAt: -1, text })
const logprob = fc.oneof(
  fc.double({ min: -20, max: 0, noNaN: true }),
  fc.double({ min: -9000, max: -8000, noNaN: true }),
  fc.double({ min: -1e-9, max: 0, noNaN: true }),
  fc.constantFrom(-9999, Number.NaN, -3.4028235e38, -Infinity),
)
const anyToken: fc.Arbitrary<Token> = fc.record({
  chosen: logprob,
  listed: fc.array(logprob, { maxLength: 3 }),
  chosenAt: fc.integer({ min: -1, max: 2 }),
  text: fc.string({ unit: 'grapheme', maxLength: 4 }),
})
const passage = fc
  .tuple(fc.array(anyToken, { maxLength: 80 }), fc.nat(80), fc.nat(80), fc.nat(80))
  .map(([tokens, ...cuts]) => {
    const [a = 0, b = 0, c = 0] = cuts
      .map((cut) => Math.min(cut, tokens.length))
      .toSorted((x, y) => x - y)
    return { tokens, a, b, c }
  })

describe('the figures of a passage', () => {
  it('equal sums taken directly, behind whatever came before', () => {
    fc.assert(
      fc.property(passage, ({ tokens, a, c }) => {
        const part = tokens.slice(a, c)
        const known = part.filter(({ chosen }) => !isUnknown(chosen))
        const nats = known.reduce((sum, { chosen }) => sum + chosen, 0)
        const bytes = new TextEncoder().encode(known.map(({ text }) => text).join('')).length
        const figures = read(tokens).passage(a, c)
        expect(figures.count).toBe(part.length)
        expect(figures.unknown).toBe(part.length - known.length)
        close(figures.joint.nats, nats)
        close(figures.joint.bits, -nats / Math.LN2)
        close(figures.joint.log10, nats / Math.LN10)
        const n = known.length
        close(figures.meanSurprisal, n > 0 ? -nats / Math.LN2 / n : undefined)
        close(figures.perplexity, n > 0 ? Math.exp(-nats / n) : undefined)
        close(figures.bitsPerByte, n > 0 && bytes > 0 ? -nats / Math.LN2 / bytes : undefined)
      }),
    )
  })

  it('add up where two passages follow one another', () => {
    fc.assert(
      fc.property(passage, ({ tokens, a, b, c }) => {
        const figures = read(tokens)
        const [left, right, both] = [
          figures.passage(a, b),
          figures.passage(b, c),
          figures.passage(a, c),
        ]
        close(left.joint.nats + right.joint.nats, both.joint.nats)
        const sum = (of: (one: PassageFigures) => number) => of(left) + of(right) - of(both)
        expect(sum(({ count }) => count)).toBe(0)
        expect(sum(({ unknown }) => unknown)).toBe(0)
        expect(sum(({ top1 }) => top1.count)).toBe(0)
        expect(sum(({ top1 }) => top1.told)).toBe(0)
      }),
    )
  })

  it('are the same whether tokens are read at once or as they come', () => {
    fc.assert(
      fc.property(
        fc.array(anyToken, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (all, by) => {
          const growing: Token[] = []
          const figures = new RunningFigures(reader(growing))
          for (let at = 0; at < all.length; at += by) {
            growing.push(...all.slice(at, at + by))
            figures.update(by)
          }
          expect(figures.length).toBe(all.length)
          expect(figures.passage()).toEqual(read(all).passage())
        },
      ),
    )
  })

  it('stay exact for small surprisals behind large ones', () => {
    const tokens = [
      ...Array.from({ length: 5000 }, () => plain(-9000.1)),
      plain(-1e-9),
      plain(-2e-9),
    ]
    expect(read(tokens).passage(5000, 5002).joint.nats).toBeCloseTo(-3e-9, 15)
  })

  it('know perplexity, mean surprisal and bits per byte by hand', () => {
    const figures = read([plain(Math.log(0.5), 'ab'), plain(Math.log(0.125), 'é')]).passage()
    expect(figures.meanSurprisal).toBeCloseTo(2, 12)
    expect(figures.perplexity).toBeCloseTo(4, 12)
    expect(figures.bitsPerByte).toBeCloseTo(1, 12)
    expect(figures.leastPerplexity).toBeUndefined()
  })

  it('say nothing of a mean where nothing is known', () => {
    const none = { meanSurprisal: undefined, perplexity: undefined, bitsPerByte: undefined }
    expect(read([]).passage()).toMatchObject({ count: 0, leastPerplexity: undefined, ...none })
    expect(read([plain(-9999)]).passage()).toMatchObject({ count: 1, unknown: 1, ...none })
  })

  it('keep within the tokens that there are', () => {
    const figures = read([plain(-1), plain(-2)])
    expect(figures.passage(-5, 99)).toEqual(figures.passage())
    expect(figures.passage(2, 1).count).toBe(0)
  })
})

describe('the least perplexity', () => {
  it('is never above the perplexity that the hidden logprobs make', () => {
    const hidden = fc.array(
      fc.record({
        weights: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
          minLength: 4,
          maxLength: 9,
        }),
        at: fc.nat(8),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(hidden, (positions) => {
        let truth = 0
        const tokens = positions.map(({ weights, at }): Token => {
          const total = weights.reduce((sum, weight) => sum + weight, 0)
          const all = weights.map((w) => Math.log(w / total)).toSorted((a, b) => b - a)
          const place = at % all.length
          truth += all[place] ?? 0
          const listed = all.slice(0, 3)
          const told = place < 3 ? (all[place] ?? 0) : -9999
          return { chosen: told, listed, chosenAt: place < 3 ? place : -1, text: 'a' }
        })
        const { leastPerplexity, perplexity, unknown } = read(tokens).passage()
        const least = unknown > 0 ? leastPerplexity : perplexity
        expect(least).toBeLessThanOrEqual(Math.exp(-truth / tokens.length) * (1 + 1e-9))
      }),
    )
  })

  it('takes an unknown token for no likelier than the last that is listed', () => {
    const listed = [0.5, 0.25].map(Math.log)
    const token: Token = { chosen: -9999, listed, chosenAt: -1, text: 'a' }
    expect(read([token]).passage().leastPerplexity).toBeCloseTo(4, 12)
    expect(read([{ ...token, chosenAt: 0 }]).passage().leastPerplexity).toBeCloseTo(2, 12)
    expect(read([plain(-9999)]).passage().leastPerplexity).toBe(1)
  })
})

describe('the share of top-1 tokens', () => {
  const told = (chosen: number, listed: number[], chosenAt = -1) =>
    read([{ chosen, listed, chosenAt, text: 'a' }]).passage().top1

  it('counts what stands first, ties too', () => {
    expect(told(-0.5, [-0.5, -2], 0)).toEqual({ count: 1, told: 1 })
    expect(told(-0.9, [-0.9, -0.9], 1)).toEqual({ count: 1, told: 1 })
    expect(told(-2, [-0.5, -2], 1)).toEqual({ count: 0, told: 1 })
    expect(told(-3, [-0.5])).toEqual({ count: 0, told: 1 })
  })

  it('tells without a list only above one half, and without a logprob only by the list', () => {
    expect(told(Math.log(0.6), [])).toEqual({ count: 1, told: 1 })
    expect(told(Math.log(0.4), [])).toEqual({ count: 0, told: 0 })
    expect(told(-9999, [-0.5])).toEqual({ count: 0, told: 1 })
    expect(told(Number.NaN, [-0.5, -2], 0)).toEqual({ count: 1, told: 1 })
    expect(told(Number.NaN, [Number.NaN], 0)).toEqual({ count: 0, told: 0 })
    expect(told(Number.NaN, [])).toEqual({ count: 0, told: 0 })
  })
})

/** Equal up to 1e-9, or to nine digits. */
function close(actual: number | undefined, expected: number | undefined): void {
  const finite = actual !== undefined && expected !== undefined && Number.isFinite(expected)
  const near = finite && Math.abs(actual - expected) <= 1e-9 + 1e-9 * Math.abs(expected)
  expect(near ? expected : actual).toBe(expected)
}
