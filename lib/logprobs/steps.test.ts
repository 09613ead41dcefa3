import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Position } from './position.ts'
import { UNKNOWN_STEP } from './scale.ts'
import { StepColumn, stepReader, type PositionReader } from './steps.ts'

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
