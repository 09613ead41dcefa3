import { describe, expect, it } from 'vitest'
import { fitOf } from './fit.ts'
import { findMentions } from './mentions.ts'
import { allNames, usage } from './tools.fixture.ts'

function score(name: (typeof allNames)[number], text: string): number {
  const [tool] = usage([name]).tools
  return tool ? fitOf(tool, { text, mentions: findMentions(text) }).score : NaN
}

describe('fitOf', () => {
  it('is the documented sum', () => {
    // “weather” is a word of the name; Lisbon is all that is required.
    expect(score('get_weather', 'The weather in Lisbon')).toBeCloseTo(1 + 0.5)
    // Rain goes together with weather.
    expect(score('get_weather', 'Rain in Lisbon')).toBeCloseTo(0.7 + 0.5)
    expect(score('get_weather', 'The weather')).toBeCloseTo(1 - 0.25)
    expect(score('get_weather', 'Tell me about the weather in Lisbon')).toBeCloseTo(1 + 0.5 - 0.4)
    expect(score('get_weather', 'A poem: weather in Lisbon')).toBeCloseTo(1 + 0.5 - 0.75)
    // “send” says little; the rest of the name counts whole.
    expect(score('send_email', 'Send 3')).toBeCloseTo(0.5 - 0.25 + 0.75 / 2)
  })

  it('is 0 without a word in common, whatever values are found', () => {
    expect(score('get_weather', 'Lisbon')).toBe(0)
    expect(score('get_time', 'I live in Lisbon')).toBe(0)
    for (const name of allNames) expect(score(name, 'hello')).toBe(0)
  })
})
