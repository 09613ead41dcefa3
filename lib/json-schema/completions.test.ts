import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from '#lib/json/index.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import { completionsAt } from './completions.ts'
import type { SchemaDocument } from './document.ts'
import { documented, documentFor } from './documents.ts'
import { hoverAt } from './hover.ts'

function docOf(name: ParameterName): SchemaDocument {
  const found = documentFor(name)
  if (!found) throw new Error(`Nothing is known of ${name}.`)
  return found
}

/** The labels that are offered at the mark | of a text. */
function labels(name: ParameterName, marked: string): string[] {
  const found = completionsAt(marked.replace('|', ''), marked.indexOf('|'), docOf(name))
  return found?.options.map(({ label }) => label) ?? []
}

/** The text after the option with this label was taken at the mark |, the caret marked. */
function taken(name: ParameterName, marked: string, label: string): string {
  const text = marked.replace('|', '')
  const found = completionsAt(text, marked.indexOf('|'), docOf(name))
  const option = found?.options.find((one) => one.label === label)
  if (!found || !option) throw new Error(`${label} is not offered.`)
  const { insert, caret } = option
  return `${text.slice(0, found.from)}${insert.slice(0, caret)}|${insert.slice(caret)}${text.slice(found.to)}`
}

describe('keys', () => {
  it('are offered when they are not there yet, needed ones first', () => {
    expect(labels('tools', '[{|}]')).toEqual(['type', 'function', 'custom'])
    expect(labels('tools', '[{"type": "function", |}]')).toEqual(['function'])
    expect(labels('tools', '[{"type": "function", "function": {"description": "x", |}}]')).toEqual([
      'name',
      'parameters',
      'strict',
    ])
    expect(labels('response_format', '{"type": "json_schema", "|"}')).toEqual(['json_schema'])
    expect(labels('messages', '[{"role": "tool", "|"}]')).toEqual(['content', 'tool_call_id'])
  })

  it('begin with what is typed, or hold it', () => {
    expect(labels('tools', '[{"type": "function", "function": {"de|"}}]')).toEqual(['description'])
    expect(labels('extra_body', '{"log|"}').slice(0, 2)).toEqual(['logprobs_mode', 'logprobs'])
    expect(labels('extra_body', '{"zzz|"}')).toEqual([])
  })

  it('bring along what their value needs', () => {
    expect(taken('tools', '[{"type": "function", |}]', 'function')).toBe(
      '[{"type": "function", "function": { "name": "|" }}]',
    )
    expect(
      taken('tools', '[{"type": "function", "function": {"name": "a", "par|"}}]', 'parameters'),
    ).toBe(
      `[{"type": "function", "function": {"name": "a", "parameters": {
  "type": "object",
  "properties": {|}
}}}]`,
    )
    expect(taken('response_format', '{|\n  "strict": 1}', 'type')).toBe(
      '{"type": "|",\n  "strict": 1}',
    )
    expect(taken('response_format', '{"ty|": "text"}', 'type')).toBe('{"type"|: "text"}')
    expect(taken('prediction', '{"type": "content" |}', 'content')).toBe(
      '{"type": "content" , "content": "|"}',
    )
  })

  it('are those of JSON Schema inside a schema', () => {
    const inside = '[{"type": "function", "function": {"name": "a", "parameters": {'
    expect(labels('tools', `${inside}|`).slice(0, 3)).toEqual(['type', 'description', 'properties'])
    expect(labels('tools', `${inside}"properties": {"a": {"min|`)).toEqual([
      'minimum',
      'minLength',
      'minItems',
      'minProperties',
      'exclusiveMinimum',
    ])
    expect(labels('tools', `${inside}"properties": {|`)).toEqual([])
  })
})

describe('values', () => {
  it('are the words of a choice', () => {
    expect(labels('tools', '[{"type": |}]')).toEqual(['"function"', '"custom"'])
    expect(labels('tools', '[{"type": "cu|"}]')).toEqual(['"custom"'])
    expect(labels('messages', '[{"role": "s|"}]')).toEqual(['"system"', '"user"', '"assistant"'])
    expect(labels('tools', '[{"type": "function", "function": {"strict": |}}]')).toEqual([
      'true',
      'false',
      'null',
    ])
    expect(labels('tools', '[{"function": {"strict": t|}}]')).toEqual(['true'])
    expect(taken('messages', '[{"role": "u|"}]', '"user"')).toBe('[{"role": "user"|}]')
    expect(taken('messages', '[{"role": u|', '"user"')).toBe('[{"role": "user"|')
  })

  it('are a beginning with what an object must have', () => {
    expect(labels('tools', '[|]')).toEqual(['{ "type": "function", … }', '{ "type": "custom", … }'])
    expect(taken('tools', '[\n  |\n]', '{ "type": "function", … }')).toBe(`[
  {
    "type": "function",
    "function": { "name": "|" }
  }
]`)
    expect(labels('response_format', '|')).toHaveLength(3)
    expect(labels('fallbacks', '[|]')).toEqual(['""', '{ … }'])
    expect(labels('messages', '[{"role": "user", "content": |}]')).toEqual(['""', '[ … ]'])
  })

  it('are names that the schema itself holds', () => {
    const schema = (rest: string) => `{"type": "json_schema", "json_schema": {"schema": {${rest}`
    expect(
      labels('response_format', schema('"properties": {"a": {}, "b": {}}, "required": ["a", "|')),
    ).toEqual(['"b"'])
    expect(
      labels('response_format', schema('"$defs": {"one": {}}, "properties": {"a": {"$ref": "|')),
    ).toEqual(['"#/$defs/one"'])
    expect(labels('response_format', schema('"properties": {"a": {"format": "da|'))).toEqual([
      '"date"',
      '"date-time"',
    ])
  })
})

describe('anything typed', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '“',
    '"type"',
    '"function"',
    '"role"',
    ' ',
    '\n',
    't',
    '//',
  )

  it('can be asked about at every place, and what is offered stays within the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documented),
        fc.array(piece, { maxLength: 20 }),
        (name, all) => {
          const text = all.join('')
          for (let offset = 0; offset <= text.length; offset++) {
            hoverAt(text, offset, docOf(name))
            const found = completionsAt(text, offset, docOf(name))
            if (!found) continue
            expect(found.from).toBeLessThanOrEqual(offset)
            expect(found.to).toBeGreaterThanOrEqual(offset)
            expect(found.to).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })

  it('becomes sound JSON of the right form when only what is offered is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (picks) => {
        let marked = '[|]'
        for (const pick of picks) {
          const offered = labels('tools', marked)
          const label = offered[pick % offered.length]
          if (label === undefined) break
          marked = taken('tools', marked, label)
        }
        const { problems } = parseTolerantJson(marked.replace('|', ''))
        // A number or word that is still to be typed is all that may be missing.
        for (const { message } of problems) expect(message).toContain('Expected a value')
      }),
    )
  })
})

describe('hoverAt', () => {
  const help = (name: ParameterName, marked: string) =>
    hoverAt(marked.replace('|', ''), marked.indexOf('|'), docOf(name))

  it('tells what a key is for and what may stand there', () => {
    expect(help('tools', '[{"type": "function", "fun|ction": {}}]')).toMatchObject({
      name: 'function',
      kind: 'object, required',
      note: expect.stringContaining('purpose'),
    })
    expect(help('logit_bias', '{"29|0": 1}')).toMatchObject({
      name: '290',
      kind: 'whole number from -100 to 100',
    })
    const schema =
      '[{"function": {"parameters": {"type": "object", "add|itionalProperties": false}}}]'
    expect(help('tools', schema)?.note).toContain('false allows none')
  })

  it('tells what a word does', () => {
    expect(help('messages', '[{"role": "sys|tem"}]')).toMatchObject({
      from: 10,
      to: 18,
      name: 'role',
      note: 'Instructions for the whole conversation.',
    })
    expect(help('messages', '[{"role": "user", "content": "h|i"}]')?.note).toContain('text')
  })

  it('says nothing between, and of what it does not know', () => {
    expect(help('messages', '[| {"role": "user"}]')).toBeUndefined()
    expect(help('extra_body', '{"other|": 1}')).toBeUndefined()
  })
})
