import { describe, expect, it } from 'vitest'
import { readCorpus } from '../corpus/index.ts'
import { openTeachingModel } from '../model.ts'
import { readConversation } from './reading.ts'
import { type Turn } from './turns.ts'

const model = openTeachingModel(readCorpus())
const user = (text: string): Turn => ({ speaker: 'user', text })

const weightsFor = (turns: readonly Turn[]) => readConversation(model, turns).weights

/** The topics of the passages that count most, best first. */
function topicsFor(turns: readonly Turn[], count = 3) {
  const weights = weightsFor(turns)
  const order = [...weights.keys()].toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
  return order.slice(0, count).map((place) => model.passages[place]?.topic)
}

describe('weighPassages', () => {
  it.each([
    ['Tell me about rain', 'weather'],
    ['Tell me about the sea', 'sea'],
    ['How do trains work?', 'trains'],
    ['What is top_p?', 'sampling'],
    ['Explain temperature in one sentence.', 'probability'],
  ])('puts first for “%s” what is about %s', (question, topic) => {
    expect(topicsFor([user(question)])[0]).toBe(topic)
  })

  it('gives every passage a share, from 0.006 to 1', () => {
    const weights = Array.from(weightsFor([user('Tell me about rain')]))
    expect(weights).toHaveLength(model.passages.length)
    expect(Math.min(...weights)).toBeCloseTo(0.006, 9)
    expect(Math.max(...weights)).toBe(1)
  })

  it('counts all passages the same when no word is known', () => {
    expect(new Set(weightsFor([user('xyzzy 12345')]))).toEqual(new Set([1]))
    expect(new Set(weightsFor([]))).toEqual(new Set([1]))
  })

  it('follows the last question more than the ones before', () => {
    const turns = [user('Tell me about trains'), user('Tell me about the sea')]
    expect(topicsFor(turns, 1)).toEqual(['sea'])
    expect(topicsFor(turns.toReversed(), 1)).toEqual(['trains'])
  })

  it('lets a system message tip the balance', () => {
    const system: Turn = { speaker: 'system', text: 'You only talk about cooking soup.' }
    expect(topicsFor([system, user('Hm?')], 1)).toEqual(['cooking'])
  })
})
