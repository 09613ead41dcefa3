import { describe, expect, it } from 'vitest'
import { fail, ok } from '#lib/result.ts'
import { askedFormat, mayHoldJson, sentFormat } from './asked-format.ts'
import { replyJson } from './reply-json.ts'
import { replyStatus, type Findings } from './reply-status.ts'

const schema = { kind: 'schema', schema: { type: 'object' } } as const
const object = { kind: 'object' } as const

function statusOf(content: string, rest: Partial<Findings> = {}) {
  const { isOver = true } = rest
  return replyStatus({
    format: schema,
    json: replyJson(content, isOver),
    checked: ok([]),
    isOver,
    finishReason: 'stop',
    ...rest,
  })
}

describe('the status of a reply', () => {
  it('is nothing where no form was asked for', () => {
    expect(statusOf('{}', { format: { kind: 'any' } })).toBeUndefined()
  })

  it.each<[string, Partial<Findings>, string]>([
    ['{"a": 1}', {}, 'Fits the schema'],
    ['{"a": 1', { isOver: false }, 'Fits so far'],
    ['{"a": 1}', { format: object, checked: undefined }, 'Valid JSON'],
    ['{"a"', { format: object, checked: undefined, isOver: false }, 'Valid so far'],
    ['{"a": 1}', { checked: undefined }, 'Checking'],
    ['', { isOver: false }, 'No JSON yet'],
    ['Sorry.', {}, 'No JSON in the reply'],
  ])('of %j with %j is “%s”', (content, rest, title) => {
    expect(statusOf(content, rest)).toMatchObject({ title, faults: [] })
  })

  it.each<[string, Partial<Findings>, string[]]>([
    ['Here: {"a": 1}', {}, ['Text stands before the JSON: “Here:”.']],
    ['{"a": 1} Done.', {}, ['Text stands after the JSON: “Done.”.']],
    [
      '```json\n{"a": 1}\n```',
      {},
      ['The JSON stands in a code fence, which a program has to take off.'],
    ],
    [
      '{"a": "b',
      { finishReason: 'length' },
      ['The token limit was reached before the JSON was over. Allow more tokens.'],
    ],
    ['{"a": "b', {}, ['The reply ended before the JSON was over.']],
    ['{"a": True}', {}, ['Line 1: Write true instead of True.']],
    ['[1]', { format: object }, ['JSON mode gives an object; this is a list.']],
    ['{}', { checked: ok([{ path: ['a'], message: '“a” is missing.' }]) }, ['“a” is missing.']],
  ])('of %j with %j names what is wrong', (content, rest, messages) => {
    const status = statusOf(content, rest)
    expect(status?.state).toBe('faulty')
    expect(status?.faults.map(({ message }) => message)).toEqual(messages)
  })

  it('says why a check did not happen', () => {
    const checked = fail({ kind: 'timeout', message: 'It took too long.' } as const)
    expect(statusOf('{}', { checked })).toEqual({
      state: 'unsure',
      title: 'Not checked',
      faults: [{ message: 'It took too long.' }],
    })
  })
})

describe('the form that settings ask for', () => {
  it('is any, an object, or a schema', () => {
    const json_schema = { name: 'a', schema: { type: 'object' } }
    expect(askedFormat({})).toEqual({ kind: 'any' })
    expect(askedFormat({ response_format: { type: 'text' } })).toEqual({ kind: 'any' })
    expect(askedFormat({ response_format: { type: 'json_object' } })).toEqual({ kind: 'object' })
    expect(askedFormat({ response_format: { type: 'json_schema', json_schema } })).toEqual({
      kind: 'schema',
      schema: { type: 'object' },
    })
  })

  it('is read from a body as it was sent', () => {
    expect(sentFormat('{"response_format": {"type": "json_object"}}')).toEqual({ kind: 'object' })
    expect(sentFormat('{"model": "a"}')).toEqual({ kind: 'any' })
    expect(sentFormat('…')).toBeUndefined()
  })

  it('decides whether a text may hold JSON', () => {
    expect(mayHoldJson(' {"a"', { kind: 'any' })).toBe(true)
    expect(mayHoldJson('```json\n[1', { kind: 'any' })).toBe(true)
    expect(mayHoldJson('See {this}', { kind: 'any' })).toBe(false)
    expect(mayHoldJson('See {this}', { kind: 'object' })).toBe(true)
    expect(mayHoldJson('No.', { kind: 'schema' })).toBe(false)
  })
})
