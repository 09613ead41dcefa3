import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offeredTools } from './offered-tools.ts'
import { readArguments } from './read-arguments.ts'
import { sampleResult } from './sample-result.ts'

const plain = (name: string, description = '') => ({ name, description })

describe('sampleResult', () => {
  it('guesses by the words of the name, then of the description', () => {
    expect(JSON.parse(sampleResult(plain('get_weather'), { city: 'Oslo' }))).toMatchObject({
      city: 'Oslo',
      temperature: expect.any(Number),
    })
    expect(JSON.parse(sampleResult(plain('sendMail'), { to: 'a' }))).toMatchObject({ ok: true })
    const found = sampleResult(plain('kb', 'Searches the knowledge base'), { query: 'rain' })
    expect(found).toContain('About rain')
  })

  it('is the same for the same call, and echoes what it does not know', () => {
    const call = { city: 'Oslo' }
    expect(sampleResult(plain('get_weather'), call)).toBe(sampleResult(plain('get_weather'), call))
    expect(JSON.parse(sampleResult(plain('frobnicate'), { a: 1 }))).toEqual({ a: 1, result: 'ok' })
  })

  it('is JSON for any tool and any arguments', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.jsonValue(), (name, description, given) => {
        expect(
          () => JSON.parse(sampleResult({ name, description }, given)) as unknown,
        ).not.toThrow()
      }),
    )
  })
})

describe('readArguments', () => {
  it('reads JSON, and nothing as no arguments', () => {
    expect(readArguments('{"a":1}')).toEqual({
      kind: 'json',
      value: { a: 1 },
      pretty: '{\n  "a": 1\n}',
    })
    expect(readArguments(' ')).toMatchObject({ kind: 'json', value: {} })
  })

  it('says where it breaks off, and what a strict reader refuses', () => {
    expect(readArguments('{"a": ')).toMatchObject({
      kind: 'broken',
      problem: expect.stringMatching(/^Line 1: /),
    })
    expect(readArguments('{"a": 1,}')).toMatchObject({
      note: 'A strict reader refuses this JSON (trailing comma).',
    })
  })
})

describe('offeredTools', () => {
  it('reads functions and custom tools, and leaves out the rest', () => {
    const parameters = { type: 'object' }
    const tools = [
      { type: 'function', function: { name: 'f', parameters } },
      { type: 'custom', custom: { name: 'c', description: 'writes' } },
      { type: 'function' },
      null,
    ]
    expect(offeredTools({ tools })).toEqual([
      { name: 'f', type: 'function', description: '', parameters },
      { name: 'c', type: 'custom', description: 'writes', parameters: undefined },
    ])
    expect(offeredTools({})).toEqual([])
  })
})
