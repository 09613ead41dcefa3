import { describe, expect, it } from 'vitest'
import { begins, readFormat, type Format } from './format.ts'

const user = { speaker: 'user', text: 'Tell me about rain.' } as const

function read(format: Parameters<typeof readFormat>[0]): Format | undefined {
  const found = readFormat(format, [user])
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

const schemaFormat = (schema: Record<string, unknown>) =>
  ({ type: 'json_schema', json_schema: { name: 'x', schema } }) as const

const isBeginning = (format: Format | undefined, text: string) =>
  format !== undefined && begins(format, new TextEncoder().encode(text))

describe('readFormat', () => {
  it('is nothing for free text', () => {
    expect(read(undefined)).toBeUndefined()
    expect(read({ type: 'text' })).toBeUndefined()
  })

  it('is an object with an answer for json_object, and for a schema without keywords', () => {
    for (const format of [{ type: 'json_object' } as const, schemaFormat({})]) {
      expect(isBeginning(read(format), '{"answer": "It ra')).toBe(true)
      expect(isBeginning(read(format), '{"question')).toBe(false)
    }
  })

  it('keeps to the schema', () => {
    const format = read(schemaFormat({ type: 'array', items: { type: 'integer', maximum: 9 } }))
    expect(isBeginning(format, '[1, 2')).toBe(true)
    expect(isBeginning(format, '[10')).toBe(false)
    expect(isBeginning(format, '[1,2')).toBe(false)
  })

  it('refuses a keyword by its name and place', () => {
    const refused = readFormat(schemaFormat({ properties: { a: { not: {} } } }), [user])
    expect(refused.ok ? undefined : refused.error).toMatchObject({
      kind: 'invalid',
      status: 400,
      param: 'response_format',
      message: expect.stringMatching(
        /^response_format\.json_schema\.schema\.properties\.a: .*“not”/,
      ),
    })
  })
})
