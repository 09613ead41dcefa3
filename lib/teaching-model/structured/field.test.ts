import { describe, expect, it } from 'vitest'
import { compileSchema } from './compile.ts'
import { fieldAt } from './field.ts'
import { createMatcher, type State } from './matcher.ts'

const schema = {
  properties: {
    city: { $ref: '#/$defs/place', description: 'Where it rains' },
    days: { type: 'array', items: { type: 'integer' }, minItems: 2 },
    sure: { type: 'boolean' },
    more: { type: 'object' },
  },
  required: ['city', 'days', 'sure', 'more'],
  $defs: { place: { type: 'string', title: 'Place', description: 'Any place' } },
}

function fieldAfter(text: string) {
  const compiled = compileSchema(schema)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const matcher = createMatcher(compiled.value)
  const state = [...new TextEncoder().encode(text)].reduce<State>(
    (at, byte) => matcher.advance(at, byte) ?? [],
    matcher.start,
  )
  return fieldAt(matcher, state)
}

describe('fieldAt', () => {
  const days = '{"city": "x", "days": '
  const sure = `${days}[1, 2], "sure": `
  it.each([
    ['', { kind: 'structure', path: [] }],
    ['{"city": ', { kind: 'string', path: ['city'], key: 'city' }],
    [
      '{"city": "Ly',
      { kind: 'string', path: ['city'], notes: { title: 'Place', description: 'Where it rains' } },
    ],
    [`${days}[`, { kind: 'number', path: ['days', 0], key: 'days' }],
    [`${days}[1, 2`, { kind: 'number', path: ['days', 1] }],
    [sure, { kind: 'boolean', path: ['sure'], options: ['true', 'false'] }],
    [`${sure}true, "more": {"a`, { kind: 'key', path: ['more'] }],
    [`${sure}true, "more": {"a": "b`, { kind: 'string', path: ['more', '*'] }],
  ])('knows where %j stands', (text, field) => {
    expect(fieldAfter(text)).toMatchObject(field)
  })
})
