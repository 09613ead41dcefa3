import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { entropyBounds } from './measures.ts'
import type { Position } from './position.ts'
import { bitsStep, UNKNOWN_STEP } from './scale.ts'
import {
  entropyLower,
  entropyUpper,
  isOpen,
  StepColumn,
  stepReader,
  type PositionReader,
} from './steps.ts'

const position = (listed: number[], chosen: number, chosenAt: number): Position => ({
  listed: Float64Array.from(listed),
  chosen,
  chosenAt,
})
const reading = (...positions: Position[]): PositionReader => ({
  length: positions.length,
  logprob: (token) => positions[token]?.chosen ?? Number.NaN,
  position: (token) => positions[token] ?? position([], Number.NaN, -1),
})

describe('the quick bounds of entropy', () => {
  const weights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
    minLength: 4,
    maxLength: 40,
  })
  it('are those of entropyBounds, with the chosen token listed or not', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 20 }), fc.nat(39), (all, k, pick) => {
        const total = all.reduce((sum, weight) => sum + weight, 0)
        const logprobs = all.map((weight) => Math.log(weight / total)).toSorted((a, b) => b - a)
        const at = pick % logprobs.length
        const chosen = logprobs[at] ?? 0
        const listed = logprobs.slice(0, k)
        const inList = at < listed.length
        const bounds = entropyBounds(listed, { chosen: inList ? undefined : chosen })
        const given = position(listed, chosen, inList ? at : -1)
        expect(entropyLower(given)).toBeCloseTo(bounds.lower, 6)
        expect(entropyUpper(given)).toBeCloseTo(bounds.upper, 6)
        expect(isOpen('entropy', given)).toBe(
          bitsStep(entropyUpper(given)) > bitsStep(entropyLower(given)),
        )
      }),
    )
  })
})

describe('stepReader', () => {
  const half = Math.log(0.5)
  const reader = reading(
    position([half, Math.log(0.3)], half, 0),
    position([half], Math.log(0.005), -1),
    position([], -9999, -1),
  )
  const steps = (read: (token: number) => number) => [0, 1, 2].map((token) => read(token))

  it('reads likelihoods, ranks and entropies, and knows what is unknown', () => {
    expect(steps(stepReader(reader, { metric: 'likelihood' }))).toEqual([2, 6, UNKNOWN_STEP])
    expect(steps(stepReader(reader, { metric: 'rank' }))).toEqual([0, 1, UNKNOWN_STEP])
    const entropies = steps(stepReader(reader, { metric: 'entropy' }))
    expect(entropies[0]).toBe(3)
    expect(entropies[2]).toBe(UNKNOWN_STEP)
    expect(isOpen('rank', reader.position(1))).toBe(true)
    expect(isOpen('rank', reader.position(0))).toBe(false)
  })

  it('reads differences where there is something to compare with', () => {
    const others = [2.5, Number.NaN, 1]
    const read = stepReader(reader, {
      metric: 'difference',
      otherSurprisal: (token) => others[token] ?? Number.NaN,
    })
    expect(steps(read)).toEqual([1, UNKNOWN_STEP, UNKNOWN_STEP])
  })

  it('says nothing of a what-if that spans more than two steps', () => {
    const bounds = [{ lower: 0.45, upper: 0.6 }, { lower: 0.05, upper: 0.6 }, undefined]
    const read = stepReader(reader, { metric: 'what-if', probability: (token) => bounds[token] })
    expect(steps(read)).toEqual([3, UNKNOWN_STEP, UNKNOWN_STEP])
  })
})

describe('StepColumn', () => {
  it('works each step out once, in whatever order, and counts it', () => {
    const order = fc.array(fc.tuple(fc.nat(40), fc.nat(700), fc.nat(90)), { maxLength: 30 })
    fc.assert(
      fc.property(order, (acts) => {
        let length = 0
        const read = vi.fn<(token: number) => number>((token) => token % 8)
        const column = new StepColumn(read, () => length)
        for (const [grow, ask, budget] of acts) {
          length += grow
          expect(column.at(ask)).toBe(ask < length ? ask % 8 : UNKNOWN_STEP)
          column.fill(budget)
        }
        while (!column.fill(50));
        expect(read).toHaveBeenCalledTimes(length)
        expect(column.counts.reduce((sum, count) => sum + count, 0)).toBe(length)
        expect(column.complete).toBe(true)
      }),
    )
  })
})
