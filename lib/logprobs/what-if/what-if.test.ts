import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplerOrders, type Sampler } from './sampler.ts'
import { WhatIf, type Chance, type Outcome } from './what-if.ts'
import {
  additionsOf,
  drawnFrom,
  logitsOf,
  logprobsOf,
  recordOf,
  shapes,
  vocabulary,
} from './whole-distribution.fixture.ts'

const near = 1e-9
const plain: Sampler = {
  temperature: 1,
  top_p: 1,
  top_k: 0,
  min_p: 0,
  order: samplerOrders['temperature-first'],
}
const orders = [samplerOrders['temperature-first'], samplerOrders['temperature-last']]

const sampler: fc.Arbitrary<Sampler> = fc.record({
  temperature: fc.oneof(
    fc.constantFrom(0, 0.01, 0.5, 1, 2),
    fc.double({ min: 0.05, max: 2, noNaN: true }),
  ),
  top_p: fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  top_k: fc.constantFrom(-1, 0, 0, 1, 3, 5, 20, 40, 1000),
  min_p: fc.oneof(fc.constantFrom(0, 0, 0.05, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  order: fc.constantFrom(...orders),
})
const someToken = fc.oneof(fc.nat(4), fc.nat(25), fc.nat(vocabulary - 1))
const bias = fc.oneof(
  fc.constantFrom(-100, -2, 1, 5, 100),
  fc.double({ min: -100, max: 100, noNaN: true }),
)
const biases = fc.array(fc.tuple(someToken, bias), { maxLength: 3 })
const repeated = fc.array(fc.tuple(someToken, fc.integer({ min: 1, max: 9 })), { maxLength: 30 })
const penalty = fc.constantFrom(0, 0, 0.4, 2, -0.7)
const additions = fc
  .tuple(biases, repeated, penalty, penalty)
  .map(([biased, counts, presence, frequency]) => {
    const added = new Map<number, number>()
    const add = (id: number, amount: number) => added.set(id, (added.get(id) ?? 0) + amount)
    for (const [id, amount] of new Map(biased)) add(id, amount)
    for (const [id, count] of new Map(counts)) add(id, -(count * frequency + presence))
    return added
  })
const position = fc.record({
  shape: fc.constantFrom(...shapes),
  k: fc.constantFrom(1, 5, 20),
  chosen: someToken,
  recordedAt: fc.constantFrom(1, 1, 0.7, 1.4),
})

interface Case {
  shape: (typeof shapes)[number]
  k: number
  chosen: number
  recordedAt: number
}

function outcomeOf(
  { shape, k, chosen, recordedAt }: Case,
  sampler: Sampler,
  added: ReadonlyMap<number, number>,
): Outcome {
  const record = recordOf(logprobsOf(logitsOf(shape), recordedAt), k, chosen)
  const whatIf = new WhatIf(sampler, { temperature: recordedAt, vocabulary })
  return whatIf.outcome(record, additionsOf(added, k, chosen))
}

/** Every figure of an outcome with the truth beside it. */
function pairs(one: Case, outcome: Outcome, truth: Float64Array): [Chance | undefined, number][] {
  let unseen = 0
  truth.forEach((q, id) => {
    if (id >= one.k && id !== one.chosen) unseen += q
  })
  return [
    ...outcome.listed.map((chance, id) => [chance, truth[id] ?? 0] as [Chance, number]),
    [outcome.chosen, truth[one.chosen] ?? 0],
    [outcome.unseen, unseen],
  ]
}

function expectTruth(one: Case, sampler: Sampler, added: ReadonlyMap<number, number>): void {
  const truth = drawnFrom(logitsOf(one.shape), added, sampler)
  const outcome = outcomeOf(one, sampler, added)
  for (const [chance, actual] of pairs(one, outcome, truth)) {
    if (!chance) throw new Error('every token of these records is known')
    expect(chance.lower).toBeGreaterThanOrEqual(0)
    expect(chance.lower).toBeLessThanOrEqual(actual + near)
    expect(chance.upper).toBeGreaterThanOrEqual(actual - near)
    expect(chance.upper).toBeLessThanOrEqual(1)
    if (chance.exact) expect(Math.abs(chance.upper - actual)).toBeLessThanOrEqual(2e-9)
    if (chance.undecided) expect(chance.lower).toBe(0)
  }
}

describe('the intervals hold the truth of whole distributions', () => {
  it('for every temperature and cut, in both orders', () => {
    fc.assert(
      fc.property(position, sampler, (one, settings) => expectTruth(one, settings, new Map())),
      { numRuns: 250 },
    )
  })

  it('with biases and penalties on listed, chosen and unnamed tokens too', () => {
    fc.assert(
      fc.property(position, sampler, additions, (one, settings, added) =>
        expectTruth(one, settings, added),
      ),
      { numRuns: 250 },
    )
  })
})
