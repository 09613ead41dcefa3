import { describe, expect, it } from 'vitest'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { formatDraft, freshFormat, schemaText, withPart, withSchemaText } from './format-draft.ts'
import { strictProblems } from './strict-schema.ts'

const written = `{
  // Asked for by the tests.
  "type": "json_schema",
  "json_schema": {
    "name": "weather", // short
    "strict": true,
    "schema": {
      "type": "object",
      "properties": {
        "sky": { "type": "string" } /* the sky */
      }
    }
  }
}`

describe('formatDraft', () => {
  it('reads what there is, and nothing of what cannot be read', () => {
    expect(formatDraft(written)).toEqual({
      type: 'json_schema',
      name: 'weather',
      description: '',
      strict: true,
      schema: { type: 'object', properties: { sky: { type: 'string' } } },
    })
    expect(formatDraft('')?.type).toBeUndefined()
    expect(formatDraft('{"type": "xml"}')?.type).toBeUndefined()
    expect(formatDraft('{"type": ')).toBeUndefined()
    expect(formatDraft('[]')).toBeUndefined()
  })

  it.each(['text', 'json_object', 'json_schema'] as const)(
    'begins %s without a problem',
    (type) => {
      const value: unknown = JSON.parse(freshFormat(type))
      expect(problemsOf(parameterOf('response_format'), value)).toEqual([])
      const { schema } = formatDraft(freshFormat(type)) ?? {}
      expect(schema ? strictProblems(schema) : []).toEqual([])
    },
  )

  it('changes a part and leaves comments and layout', () => {
    expect(withPart(written, 'name', 'sky')).toBe(written.replace('"weather"', '"sky"'))
    const loose = withPart(written, 'strict', undefined)
    expect(loose).toContain('// Asked for')
    expect(loose).toContain('/* the sky */')
    expect(formatDraft(loose)).toEqual({ ...formatDraft(written), strict: false })
    const added = withPart(written, 'schema', {
      type: 'object',
      properties: { sky: { type: 'string', enum: ['rain'] } },
      required: ['sky'],
    })
    expect(added).toContain('// Asked for')
    expect(added).toContain('/* the sky */')
    expect(formatDraft(added)?.schema).toEqual({
      type: 'object',
      properties: { sky: { type: 'string', enum: ['rain'] } },
      required: ['sky'],
    })
    const fresh = withPart('{"type": "json_schema"}', 'name', 'reply')
    expect(JSON.parse(fresh)).toEqual({ type: 'json_schema', json_schema: { name: 'reply' } })
    const odd = withPart('{"type": "json_schema", "json_schema": "x"}', 'name', 'reply')
    expect(JSON.parse(odd)).toEqual({ type: 'json_schema', json_schema: { name: 'reply' } })
  })

  it('shows the schema at the left edge, and takes its text back as it is', () => {
    const text = schemaText(written) ?? ''
    expect(text.split('\n').map((line) => line.search(/\S/))).toEqual([0, 2, 2, 4, 2, 0])
    expect(withSchemaText(written, text)).toBe(written)
    expect(withSchemaText(written, '{"type": ')).toContain('"schema": {"type": \n')
    expect(schemaText('{"type": "text"}')).toBeUndefined()
    expect(schemaText('{"json_schema": {"schema": {"type": "object"}}}')).toBe(
      '{\n  "type": "object"\n}',
    )
    const begun = withSchemaText('{"type": "json_schema"}', '{"type": ')
    expect(begun).toContain('"schema": {"type": ')
    expect(withSchemaText('{"type": "json_schema"}', '{"type": "object"}')).toContain(
      '"schema": {"type": "object"}',
    )
  })
})
