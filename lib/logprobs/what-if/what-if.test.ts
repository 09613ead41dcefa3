import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplerOrders, type Additions, type Sampler } from './sampler.ts'
import { WhatIf, type Chance, type Outcome } from './what-if.ts'
import {
  additionsOf,
  drawnFrom,
  logitsOf,
  logprobsOf,
  recordOf,
  recordWithChosenFirst,
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

describe('a list that vLLM heads by the chosen token', () => {
  it('does not bound what is unseen by that token', () => {
    fc.assert(
      fc.property(position, sampler, ({ shape, k, chosen }, settings) => {
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
      { numRuns: 100 },
    )
  })
})

describe('what more alternatives do', () => {
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
      { numRuns: 60 },
    )
  })
})

const width = (chance: Chance | undefined) => (chance ? chance.upper - chance.lower : 1)
const nothing = { raised: 0, highest: 0, lowered: 0, lowest: 0 }
const logs = (...shares: number[]) => shares.map(Math.log)
const raw = { temperature: 1 }

describe('figures are exact', () => {
  const half = { chosen: Math.log(0.5), listed: logs(0.5, 0.2, 0.1), chosenAt: 0 }

  it('at temperature 1 for a bias on a listed token: p e^b / (1 + p (e^b − 1))', () => {
    const bias: Additions = { listed: [0, 1, 0], chosen: 0, unlisted: nothing }
    const { listed, unseen } = new WhatIf(plain, raw).outcome(half, bias)
    const total = 1 + 0.2 * (Math.E - 1)
    expect(listed.map((chance) => chance?.exact)).toEqual([true, true, true])
    expect(listed[0]?.upper).toBeCloseTo(0.5 / total, 12)
    expect(listed[1]?.upper).toBeCloseTo((0.2 * Math.E) / total, 12)
    expect(unseen.exact).toBe(true)
    expect(unseen.upper).toBeCloseTo(0.2 / total, 12)
  })

  it('where top-k, top-p or min-p end inside the list', () => {
    const cuts: [Partial<Sampler>, number[]][] = [
      [{ top_k: 2 }, [5 / 7, 2 / 7, 0]],
      [{ top_k: 3 }, [5 / 8, 2 / 8, 1 / 8]],
      [{ top_p: 0.6 }, [5 / 7, 2 / 7, 0]],
      [{ min_p: 0.3 }, [5 / 7, 2 / 7, 0]],
      [{ temperature: 0 }, [1, 0, 0]],
      [{ temperature: 0.5, top_k: 2 }, [25 / 29, 4 / 29, 0]],
    ]
    for (const [change, expected] of cuts) {
      const { listed, unseen } = new WhatIf({ ...plain, ...change }, raw).outcome(half)
      expect(listed.every((chance) => chance?.exact)).toBe(true)
      listed.forEach((chance, at) => expect(chance?.upper).toBeCloseTo(expected[at] ?? 1, 12))
      expect(unseen).toEqual({ lower: 0, upper: 0, exact: true, undecided: false })
    }
  })

  it('as recorded, when nothing is changed', () => {
    const { listed, chosen, unseen } = new WhatIf(plain, raw).outcome(half)
    expect(listed.map((chance) => chance?.upper)).toEqual(
      [0.5, 0.2, 0.1].map((p) => expect.closeTo(p, 12)),
    )
    expect(chosen).toEqual(listed[0])
    expect(unseen.upper).toBeCloseTo(0.2, 12)
  })

  it('for a scaled record at its own temperature', () => {
    const settings = { ...plain, temperature: 0.7 }
    const { listed } = new WhatIf(settings, { temperature: 0.7 }).outcome(half)
    expect(listed[0]).toEqual({
      lower: expect.closeTo(0.5, 12),
      upper: expect.closeTo(0.5, 12),
      exact: true,
      undecided: false,
    })
  })

  it('differs by the order: a cut before the temperature sees what the model said', () => {
    const settings = { ...plain, temperature: 0.5, top_p: 0.6 }
    const [first, last] = orders.map((order) =>
      new WhatIf({ ...settings, order }, raw).outcome(half),
    )
    expect(first?.listed.map((chance) => chance?.upper)).toEqual([1, 0, 0])
    expect(last?.listed[0]?.upper).toBeCloseTo(25 / 29, 12)
  })
})

describe('what cannot be known', () => {
  it('is whether a token stays that the list does not place', () => {
    const record = { chosen: Math.log(0.01), listed: logs(0.4, 0.3), chosenAt: -1 }
    const { listed, chosen } = new WhatIf({ ...plain, top_k: 4 }, raw).outcome(record)
    expect(listed.map((chance) => chance?.undecided)).toEqual([false, false])
    expect(chosen).toMatchObject({ lower: 0, undecided: true, exact: false })
    expect(chosen?.upper).toBeGreaterThan(0.01)
  })

  it('is which of two equal tokens comes first', () => {
    const record = { chosen: Math.log(0.4), listed: logs(0.4, 0.4), chosenAt: 0 }
    const { listed } = new WhatIf({ ...plain, temperature: 0 }, raw).outcome(record)
    expect(listed).toEqual(Array(2).fill({ lower: 0, upper: 1, exact: false, undecided: true }))
  })

  it('still has a bound where top-p ends among the unseen', () => {
    const record = { chosen: Math.log(0.5), listed: logs(0.5, 0.1), chosenAt: 0 }
    const { listed } = new WhatIf({ ...plain, top_p: 0.9 }, raw).outcome(record)
    expect(listed[0]?.undecided).toBe(false)
    expect(listed[0]?.lower).toBeCloseTo(0.5, 5)
    expect(listed[0]?.upper).toBeCloseTo(0.5 / 0.9, 5)
  })
})

describe('records with holes', () => {
  it('leave out sentinels and what is missing', () => {
    const record = { chosen: Number.NaN, listed: [...logs(0.5), -9999, Number.NaN], chosenAt: -1 }
    const whatIf = new WhatIf({ ...plain, temperature: 0.5 }, raw)
    const { listed, chosen } = whatIf.outcome(record)
    expect(listed[0]?.lower).toBeGreaterThan(0)
    expect(listed.slice(1)).toEqual([undefined, undefined])
    expect(chosen).toBeUndefined()
    expect(whatIf.chosen(record)).toBeUndefined()
  })

  it('with nothing in them leave everything open', () => {
    const whatIf = new WhatIf({ ...plain, temperature: 0.5, top_p: 0.5, min_p: 0.1, top_k: 3 }, raw)
    const { listed, unseen } = whatIf.outcome({ chosen: Number.NaN, listed: [], chosenAt: -1 })
    expect(listed).toEqual([])
    expect(unseen).toEqual({ lower: 0, upper: 1, exact: false, undecided: false })
  })

  it('whose rounded shares pass 1 leave nothing unseen', () => {
    const record = { chosen: 0, listed: [0, Math.log(0.01)], chosenAt: 0 }
    const { listed, unseen } = new WhatIf(plain, raw).outcome(record)
    expect(listed[0]?.upper).toBeCloseTo(1 / 1.01, 12)
    expect(unseen.upper).toBe(0)
  })

  it('stay finite under a ban of all that is known and a temperature near 0', () => {
    const record = { chosen: Math.log(0.9), listed: logs(0.9), chosenAt: 0 }
    const ban: Additions = { listed: [-100], chosen: 0, unlisted: nothing }
    for (const temperature of [0, 0.001, 1, 2]) {
      const { listed, unseen } = new WhatIf({ ...plain, temperature }, raw).outcome(record, ban)
      expect(listed[0]?.upper).toBeLessThanOrEqual(1)
      expect(unseen.lower).toBeGreaterThanOrEqual(0)
      expect(unseen.upper).toBeCloseTo(1, 3)
    }
  })
})
