import { describe, expect, it } from 'vitest'
import { samplerOrders, type Additions, type Sampler } from './sampler.ts'
import { WhatIf } from './what-if.ts'

const plain: Sampler = {
  temperature: 1,
  top_p: 1,
  top_k: 0,
  min_p: 0,
  order: samplerOrders['temperature-first'],
}
const orders = [samplerOrders['temperature-first'], samplerOrders['temperature-last']]
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
    const open = { lower: 0, upper: 1, exact: false, undecided: true }
    expect(listed).toEqual([open, open])
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

  it('of which the unseen rest cannot be made bound nothing by their list', () => {
    const record = { chosen: Math.log(1e-11), listed: logs(1.5e-8, 1e-8), chosenAt: -1 }
    const asRecorded = new WhatIf(plain, raw).outcome(record)
    expect(asRecorded.listed[0]?.upper).toBeCloseTo(1.5e-8, 20)
    const greedy = new WhatIf({ ...plain, temperature: 0 }, raw).outcome(record)
    expect(greedy.listed.map((one) => one?.undecided)).toEqual([true, false])
    expect(greedy.chosen).toMatchObject({ upper: 0, exact: true })
    expect(greedy.unseen.upper).toBe(1)
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
