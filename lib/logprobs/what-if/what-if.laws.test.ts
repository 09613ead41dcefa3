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
  recordWithChosenFirst,
  shapes,
  vocabularySize as vocabulary,
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

const samplers: fc.Arbitrary<Sampler> = fc.record({
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
const biasAmount = fc.oneof(
  fc.constantFrom(-100, -2, 1, 5, 100),
  fc.double({ min: -100, max: 100, noNaN: true }),
)
const biases = fc.array(fc.tuple(someToken, biasAmount), { maxLength: 3 })
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

/** What is wrong with the intervals of a case; nothing where all hold the truth. */
function faults(one: Case, sampler: Sampler, added: ReadonlyMap<number, number>): string[] {
  const truth = drawnFrom(logitsOf(one.shape), added, sampler)
  return pairs(one, outcomeOf(one, sampler, added), truth).flatMap(([chance, actual], at) => {
    if (!chance) return [`${at} is unknown`]
    const { lower, upper, exact, undecided } = chance
    const holds = 0 <= lower && lower <= actual + near && upper >= actual - near && upper <= 1
    const isExact = !exact || Math.abs(upper - actual) <= 2 * near
    const isOpen = !undecided || lower === 0
    return holds && isExact && isOpen ? [] : [`${at}: ${actual} and ${JSON.stringify(chance)}`]
  })
}

// Whole distributions take their time on a busy machine.
const patience = { timeout: 60_000 }

describe('the intervals hold the truth of whole distributions', patience, () => {
  it('for every temperature and cut, in both orders', () => {
    fc.assert(
      fc.property(position, samplers, (one, settings) => {
        expect(faults(one, settings, new Map())).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('with biases and penalties on listed, chosen and unnamed tokens too', () => {
    fc.assert(
      fc.property(position, samplers, additions, (one, settings, added) => {
        expect(faults(one, settings, added)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('a list that vLLM heads by the chosen token', patience, () => {
  it('does not bound what is unseen by that token', () => {
    fc.assert(
      fc.property(position, samplers, ({ shape, k, chosen }, settings) => {
        const logits = logitsOf(shape)
        const { position: record, ids } = recordWithChosenFirst(logprobsOf(logits, 1), k, chosen)
        const truth = drawnFrom(logits, new Map(), settings)
        const { listed } = new WhatIf(settings, { temperature: 1, vocabulary }).outcome(record)
        listed.forEach((chance, place) => {
          const actual = truth[ids[place] ?? -1] ?? Number.NaN
          expect(chance?.lower).toBeLessThanOrEqual(actual + near)
          expect(chance?.upper).toBeGreaterThanOrEqual(actual - near)
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('what more alternatives do', patience, () => {
  it('is never to widen an interval, where the sampler cuts nothing off', () => {
    const heat = fc.constantFrom(0.3, 0.9, 1, 1.3, 2)
    fc.assert(
      fc.property(position, heat, additions, (one, temperature, added) => {
        const settings = { ...plain, temperature }
        const [few, some, many] = [1, 5, 20].map((k) => outcomeOf({ ...one, k }, settings, added))
        for (const [less, more] of [
          [few, some],
          [some, many],
        ] as const) {
          const widths = [less, more].map((outcome) => outcome?.listed.map(width))
          const wider = widths[0]?.filter((before, id) => (widths[1]?.[id] ?? 1) > before + near)
          expect(wider).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })
})

const width = (chance: Chance | undefined) => (chance ? chance.upper - chance.lower : 1)
