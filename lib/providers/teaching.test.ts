import { describe, expect, it } from 'vitest'
import { registry } from '#lib/parameters/index.ts'
import { ignoredParameters, parseTeachingRequest } from '#lib/teaching-model/index.ts'
import { parameterAt, unavailable } from './availability.ts'

const body = registry.filter(({ to, name }) => to === 'body' && name !== 'extra_body')

describe('the row of the teaching model', () => {
  it('refuses exactly the keys of the body on which the model does not act', () => {
    const example = Object.fromEntries(body.map(({ name, start }) => [name, start]))
    const idle = ignoredParameters(example)
    const refused = body.filter(({ name }) => unavailable('teaching', name)).map(({ name }) => name)
    expect(refused.toSorted()).toEqual(idle.toSorted())
  })

  it('narrows a response format to what the model takes', () => {
    const format = body.find(({ name }) => name === 'response_format')
    const asked = {
      messages: [{ role: 'user', content: 'x' }],
      response_format: { type: 'json_object' },
    }
    expect(
      format && parameterAt('teaching', format).schema.safeParse(asked.response_format).success,
    ).toBe(false)
    expect(parseTeachingRequest(asked).ok).toBe(false)
  })
})
