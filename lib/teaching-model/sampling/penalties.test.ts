import { describe, expect, it } from 'vitest'
import { changedLogits } from './penalties.ts'

const none = { repetition_penalty: 1, frequency_penalty: 0, presence_penalty: 0 }
const nothing = { seen: new Set<number>(), generated: new Map<number, number>() }

function adjusted(
  logits: number[],
  penalties: Partial<typeof none>,
  appearances: Partial<{ seen: Set<number>; generated: Map<number, number> }> = {},
  bias = new Map<number, number>(),
) {
  const changes = { ...nothing, ...appearances, penalties: { ...none, ...penalties }, bias }
  const changed = changedLogits((index) => logits[index] ?? 0, changes)
  return logits.map((logit, index) => changed.get(index) ?? logit)
}

describe('changedLogits', () => {
  it('changes nothing when nothing is set', () => {
    const generated = new Map([[0, 3]])
    expect(adjusted([-1, -2], {}, { seen: new Set([0]), generated })).toEqual([-1, -2])
  })

  it('multiplies negative logits of seen tokens and divides positive ones', () => {
    const seen = new Set([0, 1])
    expect(adjusted([-2, 3, -2], { repetition_penalty: 1.5 }, { seen })).toEqual([-3, 2, -2])
  })

  it('takes the frequency penalty once per appearance and the presence penalty once', () => {
    const generated = new Map([
      [0, 3],
      [1, 1],
    ])
    const penalties = { frequency_penalty: 0.5, presence_penalty: 0.25 }
    expect(adjusted([0, 0, 0], penalties, { generated })).toEqual([-1.75, -0.75, 0])
  })

  it('leaves what a format rules out, whatever is added', () => {
    const bias = new Map([[0, 100]])
    const seen = new Set([0])
    const penalties = { repetition_penalty: 0.5, frequency_penalty: -2 }
    const generated = new Map([[0, 5]])
    expect(adjusted([-Infinity], penalties, { seen, generated }, bias)).toEqual([-Infinity])
  })

  it('adds the bias last', () => {
    const bias = new Map([[0, 10]])
    expect(adjusted([-2], { repetition_penalty: 2 }, { seen: new Set([0]) }, bias)).toEqual([6])
  })
})
