import { describe, expect, it } from 'vitest'
import { keysNamed, objectWith } from './named-keys.ts'

describe('keysNamed', () => {
  it.each([
    ['Return JSON with the keys name and age.', ['name', 'age']],
    ['Answer as JSON with fields: title, summary and tags', ['title', 'summary', 'tags']],
    ['Reply in JSON: "city", "country".', ['city', 'country']],
    ['Give me JSON with `user_id` and `is_admin`', ['user_id', 'is_admin']],
    ['Use the properties a, b, and a.', ['a', 'b']],
    ['Answer in JSON.', []],
    ['He said "rain".', []],
  ])('finds in “%s” %j', (text, keys) => expect(keysNamed(text)).toEqual(keys))
})

describe('objectWith', () => {
  it('guesses the kind of a property from its name', () => {
    expect(objectWith(['name', 'age', 'is_open', 'tags'])).toMatchObject({
      properties: {
        name: { type: 'string' },
        age: { type: 'number' },
        is_open: { type: 'boolean' },
        tags: { type: 'array' },
      },
      required: ['name', 'age', 'is_open', 'tags'],
    })
  })

  it('has an answer where nothing is named', () => {
    expect(objectWith([]).required).toEqual(['answer'])
  })
})
