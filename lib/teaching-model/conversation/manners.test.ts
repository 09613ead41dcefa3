import { describe, expect, it } from 'vitest'
import { mannerFit, mannersIn, withoutManner, type Manner } from './manners.ts'
import type { Turn } from './turns.ts'

const system = (text: string): Turn => ({ speaker: 'system', text })
const user = (text: string): Turn => ({ speaker: 'user', text })
const set = (...names: Manner[]) => new Set(names)

describe('mannersIn', () => {
  it.each([
    ['Answer in one sentence.', ['brief']],
    ['You answer in a single short sentence.', ['brief']],
    ['Be brief.', ['brief']],
    ['Reply with a short list.', ['list']],
    ['Use bullet points.', ['list']],
    ['Answer with numbered steps.', ['list']],
    ['Greet the user in French.', ['french']],
    ['Start with a French greeting.', ['french']],
    ['Reply only with JSON.', ['json']],
    ['Write your answer as JSON, on one line.', ['json']],
    ['Be brief and answer in JSON.', ['brief', 'json']],
    ['You are a helpful assistant.', []],
    ['Write whole sentences.', []],
  ])('finds in the system message “%s” %j', (text, names) => {
    expect([...mannersIn([system(text), user('Tell me about rain.')])]).toEqual(names)
  })

  it.each([
    ['List three kinds of rain.', ['list']],
    ['Is this review positive or negative? Lovely.', ['label']],
    ['Explain rain in one sentence.', ['brief']],
    ['What is JSON?', []],
    ['Tell me about the French Revolution.', []],
    ['What is a sentence?', []],
  ])('finds in the question “%s” %j', (text, names) => {
    expect([...mannersIn([user(text)])]).toEqual(names)
  })

  it('forgets what an earlier question asked for', () => {
    const turns = [user('Rain in one sentence?'), user('And snow?')]
    expect([...mannersIn(turns)]).toEqual([])
  })
})

describe('withoutManner', () => {
  it('leaves what a text is about', () => {
    expect(withoutManner('Explain rain in one sentence.').trim()).toMatch(/^Explain rain\s+\.$/)
    expect(withoutManner('Tell me about rain.')).toBe('Tell me about rain.')
  })
})

describe('mannerFit', () => {
  it('counts what nobody asked for least, and what was asked for most', () => {
    const asked = mannerFit(set('json'), set('json'))
    const missing = mannerFit(set(), set('json'))
    const unasked = mannerFit(set('json'), set())
    expect(asked.factor).toBe(1)
    expect(asked.least).toBeGreaterThan(0)
    expect(missing.factor).toBeLessThan(0.1)
    expect(unasked.factor).toBeLessThan(missing.factor)
    expect(mannerFit(set(), set())).toEqual({ factor: 1, least: 0 })
  })

  it('takes the topic of longer answers into a short one', () => {
    expect(mannerFit(set(), set('brief')).factor).toBe(0.5)
  })
})
