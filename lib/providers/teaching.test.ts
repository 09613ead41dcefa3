import { describe, expect, it } from 'vitest'
import { registry } from '#lib/parameters/index.ts'
import { ignoredParameters } from '#lib/teaching-model/index.ts'
import { parameterAt, unavailable } from './availability.ts'

const body = registry.filter(({ to, name }) => to === 'body' && name !== 'extra_body')

describe('the row of the teaching model', () => {
  it('refuses exactly the keys of the body on which the model does not act', () => {
    const example = Object.fromEntries(body.map(({ name, start }) => [name, start]))
    const idle = ignoredParameters(example)
    const refused = body.filter(({ name }) => unavailable('teaching', name)).map(({ name }) => name)
    expect(refused.toSorted()).toEqual(idle.toSorted())
  })

  it('limits no value, as the model acts on all that the registry allows', () => {
    for (const parameter of body) {
      expect(parameterAt('teaching', parameter).schema).toBe(parameter.schema)
    }
  })
})
