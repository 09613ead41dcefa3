import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, optionsOf } from '#lib/parameters/bounds.ts'
import { parameterNames, parameterOf, registry } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import {
  availability,
  isLiftable,
  parameterAt,
  sentAnyway,
  unavailable,
  withoutUnavailable,
} from './availability.ts'
import { providerIds, providerOf } from './catalogue.ts'

const provider = fc.constantFrom(...providerIds)
const name = fc.constantFrom(...parameterNames)
const names = fc.subarray([...parameterNames])

describe('availability', () => {
  it('is what the row says', () => {
    expect(availability('openai', 'temperature')).toEqual({ status: 'supported' })
    expect(availability('xai', 'top_logprobs')).toMatchObject({ status: 'limited', lifted: false })
    expect(availability('groq', 'logit_bias')).toMatchObject({ status: 'refused', lifted: false })
    expect(availability('gemini', 'logprobs').status).toBe('unverified')
    expect(availability('openai_compatible', 'top_k').status).toBe('supported')
  })

  it('does not find rules in the prototype of a row', () => {
    expect(availability('openai', 'constructor')).toEqual({ status: 'supported' })
  })

  it('lets nothing but the named parameter be sent anyway', () => {
    fc.assert(
      fc.property(provider, name, names, (id, one, anyway) => {
        const without = availability(
          id,
          one,
          anyway.filter((other) => other !== one),
        )
        expect(without).toEqual(availability(id, one))
      }),
    )
  })

  it('lifts every refusal and every limit that has a source, and no other', () => {
    for (const id of providerIds) {
      const { refused, limited } = providerOf(id)
      for (const [one, rule] of Object.entries({ ...refused, ...limited })) {
        expect(availability(id, one, [one])).toMatchObject({ lifted: isLiftable(rule) })
        expect(unavailable(id, one, [one]) === undefined).toBe(
          isLiftable(rule) || !Object.hasOwn(refused, one),
        )
      }
    }
  })

  it('cannot be lifted for the teaching model, which would not act on what was sent', () => {
    expect(unavailable('teaching', 'user', ['user'])).toBe('Not used by this model')
  })
})

describe('parameterAt', () => {
  it('has the bounds, the words and the messages of the provider', () => {
    const top = parameterOf('top_logprobs')
    const there = parameterAt('xai', top)
    expect(boundsOf(there).max).toBe(8)
    expect(problemsOf(there, 9)[0]?.message).toBe('Top log probabilities must be between 0 and 8.')
    expect(problemsOf(parameterAt('groq', parameterOf('n')), 2)[0]?.message).toBe(
      'Choices must be 1.',
    )
    expect(optionsOf(parameterAt('cohere', parameterOf('reasoning_effort')))).toEqual([
      'none',
      'high',
    ])
  })

  it('is the registry’s where there is no limit, where it is lifted, and where nobody is named', () => {
    for (const one of registry) {
      expect(parameterAt(undefined, one)).toBe(one)
      expect(parameterAt('openai_compatible', one)).toBe(one)
      expect(parameterAt('xai', one, ['top_logprobs'])).toBe(one)
    }
  })

  it('gives the same object each time', () => {
    const n = parameterOf('n')
    expect(parameterAt('groq', n)).toBe(parameterAt('groq', n))
  })
})

describe('withoutUnavailable', () => {
  it('keeps exactly what is supported, limited, unverified or lifted', () => {
    fc.assert(
      fc.property(provider, names, names, (id, set, anyway) => {
        const settings = {
          ...Object.fromEntries(set.map((one) => [one, 1])),
          send_anyway: anyway,
        }
        const kept = Object.keys(withoutUnavailable(id, settings))
        const expected = Object.keys(settings).filter((one) => !unavailable(id, one, anyway))
        expect(kept).toEqual(expected)
      }),
    )
  })
})

describe('sentAnyway', () => {
  it('reads names and nothing else', () => {
    expect(sentAnyway({ send_anyway: ['n', 3, null] })).toEqual(['n'])
    expect(sentAnyway({ send_anyway: 'n' })).toEqual([])
    expect(sentAnyway({})).toEqual([])
  })
})
