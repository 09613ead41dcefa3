import { describe, expect, it } from 'vitest'
import { readCorpus } from '../corpus/index.ts'
import { openTeachingModel } from '../model.ts'
import { readConversation } from './reading.ts'
import { type Turn } from './turns.ts'

const model = openTeachingModel(readCorpus())
const user = (text: string): Turn => ({ speaker: 'user', text })

const weightsFor = (turns: readonly Turn[]) => readConversation(model, turns).weights

/** The passages that count most, best first, as text. */
function bestFor(turns: readonly Turn[], count = 3) {
  const weights = weightsFor(turns)
  const order = [...weights.keys()].toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
  return order.slice(0, count).map((place) => {
    const passage = model.passages[place]
    return `${passage?.topic}: ${passage?.turns.map(({ text }) => text).join(' ')}`
  })
}

describe('the weights of the passages', () => {
  it.each([
    ['Tell me about rain', /\brain/i],
    ['What is rain?', /\brain/i],
    ['Tell me about the sea', /\bsea\b/i],
    ['Describe gravity.', /gravity/i],
    ['How do trains work?', /train|work/i],
    ['What is top_p?', /top_p|nucleus/i],
    ['Explain temperature in one sentence.', /temperature/i],
    ['What is 7 times 8?', /seven|eight/i],
    ['How are you?', /how are you|I am/i],
  ])('put first for “%s” what is about it', (question, subject) => {
    for (const text of bestFor([user(question)], 2)) expect(text).toMatch(subject)
  })

  it('gives every passage a share, to 1', () => {
    const weights = Array.from(weightsFor([user('Tell me about rain')]))
    expect(weights).toHaveLength(model.passages.length)
    expect(Math.min(...weights)).toBeGreaterThan(0)
    expect(Math.max(...weights)).toBeCloseTo(1, 9)
  })

  it.each(['xyzzy 12345', 'Who won the cup in 1998?', 'Explain quantum chromodynamics'])(
    'turns to what the model says when it does not know: %s',
    (question) => {
      for (const text of bestFor([user(question)]))
        expect(text).toMatch(/^(?:not-knowing|honesty):/)
    },
  )

  it('follows the last question more than the ones before', () => {
    const turns = [user('Tell me about trains'), user('Tell me about the sea')]
    expect(bestFor(turns, 1)[0]).toMatch(/\bsea\b/i)
    expect(bestFor(turns.toReversed(), 1)[0]).toMatch(/train/i)
  })

  it('lets a system message tip the balance', () => {
    const system: Turn = { speaker: 'system', text: 'You are a cook who makes soup.' }
    expect(bestFor([system, user('What now?')], 1)[0]).toMatch(/soup|cook/i)
  })
})
