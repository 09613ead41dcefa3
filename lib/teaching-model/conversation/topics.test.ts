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

describe('the weights of the passages', () => {
  it.each([
    ['Tell me about rain', 'weather'],
    ['Tell me about the sea', 'sea'],
    ['How do trains work?', 'trains'],
    ['What is top_p?', 'sampling'],
    ['Explain temperature in one sentence.', 'probability'],
  ])('puts first for “%s” what is about %s', (question, topic) => {
    expect(topicsFor([user(question)])[0]).toBe(topic)
  })

  it('gives every passage a share, to 1', () => {
    const weights = Array.from(weightsFor([user('Tell me about rain')]))
    expect(weights).toHaveLength(model.passages.length)
    expect(Math.min(...weights)).toBeGreaterThan(0)
    expect(Math.max(...weights)).toBeCloseTo(1, 9)
  })

  it.each(['xyzzy 12345', 'Who won the cup in 1998?', 'Explain quantum chromodynamics'])(
    'turns to what the model says when it does not know: %s',
    (question) => expect(new Set(topicsFor([user(question)]))).toEqual(new Set(['not-knowing'])),
  )

  it('follows the last question more than the ones before', () => {
    const turns = [user('Tell me about trains'), user('Tell me about the sea')]
    expect(topicsFor(turns, 1)).toEqual(['sea'])
    expect(topicsFor(turns.toReversed(), 1)).toEqual(['trains'])
  })

  it('lets a system message tip the balance', () => {
    const system: Turn = { speaker: 'system', text: 'You are a cook who makes soup.' }
    expect(['cooking', 'recipes']).toContain(topicsFor([system, user('What now?')], 1)[0])
  })
})
