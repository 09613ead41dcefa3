import { describe, expect, it } from 'vitest'
import { valuesFromJson } from './values-from-json.ts'

describe('values from JSON', () => {
  it('are texts, and what can be written as one', () => {
    expect(valuesFromJson('{"city": “Oslo”, "days": 3, "warm": false,}')).toEqual({
      ok: true,
      value: { city: 'Oslo', days: '3', warm: 'false' },
    })
  })

  it.each([
    ['', 'Write an object: {"name": "value"}.'],
    ['["a"]', 'Write an object: {"name": "value"}.'],
    ['{"a": null}', 'The value of “a” is no text.'],
    ['{"a": {"b": "c"}}', 'The value of “a” is no text.'],
    [
      '{"two words": "a"}',
      'two words A variable’s name has 1 to 64 letters, digits, _ or -, and begins with a letter or _.',
    ],
  ])('are refused with a sentence: %s', (text, error) => {
    expect(valuesFromJson(text)).toEqual({ ok: false, error })
  })

  it('name the line of a fault', () => {
    expect(valuesFromJson('{"a": "b"\n"c": "d"}')).toMatchObject({
      ok: false,
      error: expect.stringContaining('Line ') as string,
    })
    expect(valuesFromJson('{"api_key": "b"}').ok).toBe(false)
  })
})
