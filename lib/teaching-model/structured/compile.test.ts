import { describe, expect, it } from 'vitest'
import { anyObject, compileSchema, type Grammar } from './compile.ts'
import { createMatcher } from './matcher.ts'

function grammarOf(schema: unknown): Grammar {
  const compiled = compileSchema(schema)
  if (!compiled.ok) throw new Error(compiled.error.message)
  return compiled.value
}

/** Whether a text is taken, byte by byte, as a whole document. */
function takes(grammar: Grammar, text: string): boolean {
  const matcher = createMatcher(grammar)
  let state = matcher.start
  for (const byte of new TextEncoder().encode(text)) {
    const next = matcher.advance(state, byte)
    if (!next) return false
    state = next
  }
  return matcher.isComplete(state)
}

const object = { type: 'object' }
const abc = { properties: { a: { type: 'integer' }, b: { type: 'null' } }, required: ['b'] }

const cases: [name: string, schema: unknown, yes: string[], no: string[]][] = [
  ['type', { type: 'string' }, ['""', '"é\\n"'], ['"', 'null', '"\n"', '"\\u0041"', '"\\/"']],
  ['types', { type: ['integer', 'null'] }, ['1', 'null', '-3'], ['1.5', 'true', '-0', '01', '1e3']],
  ['number', { type: 'number' }, ['1.25', '-0.5', '0'], ['-0', '.5', '1.', '+1']],
  ['boolean', { type: 'boolean' }, ['true', 'false'], ['tru', 'null']],
  ['true', true, ['{"a": [1, {}]}', '[]', '"x"'], ['{"a":1}', '[1,2]', '']],
  [
    'properties',
    abc,
    ['{"a": 1, "b": null}', '{"b": null}'],
    ['{}', '{"b": null, "a": 1}', '{"a": 1}'],
  ],
  ['required', { required: ['z'] }, ['{"z": 1}'], ['{}']],
  [
    'additionalProperties',
    { ...object, additionalProperties: { type: 'null' } },
    ['{"x": null}', '{}'],
    ['{"x": 1}'],
  ],
  ['closed', { ...object, additionalProperties: false }, ['{}'], ['{"x": 1}']],
  [
    '__proto__',
    JSON.parse('{"type":"object","properties":{"__proto__":{"const":1}},"required":["__proto__"]}'),
    ['{"__proto__": 1}'],
    ['{}'],
  ],
  [
    'items',
    { items: { type: 'null' } },
    ['[]', '[null, null]'],
    ['[1]', '[null,null]', '[null, ]', '[nullnull]'],
  ],
  [
    'prefixItems',
    { prefixItems: [{ const: 1 }], items: { const: 2 } },
    ['[]', '[1]', '[1, 2, 2]'],
    ['[2]', '[1, 1]'],
  ],
  ['minItems', { items: { const: 1 }, minItems: 2 }, ['[1, 1]', '[1, 1, 1]'], ['[1]']],
  ['maxItems', { items: { const: 1 }, maxItems: 1 }, ['[]', '[1]'], ['[1, 1]']],
  [
    'enum',
    { enum: ['a', 1, 12, { k: [1, 2] }] },
    ['"a"', '1', '12', '{"k": [1, 2]}'],
    ['"b"', '2', '13'],
  ],
  ['enum by type', { type: 'string', enum: ['a', 1] }, ['"a"'], ['1']],
  ['const', { const: '\u0001\ud800"' }, ['"\\u0001\\ud800\\""'], ['"x"']],
  ['minimum', { type: 'integer', minimum: 17 }, ['17', '18', '100', '20'], ['16', '9', '-20', '1']],
  ['maximum', { type: 'number', maximum: -2.5 }, ['-2.5', '-3', '-100'], ['-2.4', '0', '3']],
  [
    'exclusive',
    { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    ['0.5', '0.01'],
    ['0', '1', '0.0', '-0.5'],
  ],
  [
    'multipleOf',
    { type: 'integer', multipleOf: 7, minimum: 1, maximum: 20 },
    ['7', '14'],
    ['0', '1', '21'],
  ],
  [
    'minLength',
    { type: 'string', minLength: 2 },
    ['"é\u{1f600}"', '"abc"'],
    ['"a"', '"\u{1f600}"'],
  ],
  ['maxLength', { type: 'string', maxLength: 1 }, ['""', '"\u{1f600}"', '"\\n"'], ['"ab"']],
  ['pattern', { pattern: '^a(b|c){2,}$' }, ['"abc"', '"abbbb"'], ['"ab"', '"xabc"']],
  ['pattern anywhere', { pattern: '\\d' }, ['"a1b"', '"7"'], ['"ab"']],
  [
    'pattern and length',
    { pattern: '^(ab)+$', minLength: 3, maxLength: 5 },
    ['"abab"'],
    ['"ab"', '"ababab"'],
  ],
  ['format', { format: 'date' }, ['"2024-02-28"'], ['"2024-02-30"', '"2024-13-01"', '"x"']],
  ['anyOf', { anyOf: [{ const: 'a' }, { type: 'null' }] }, ['"a"', 'null'], ['1']],
  [
    'ambiguous anyOf',
    { anyOf: [{ items: { const: 1 } }, { items: { const: 2 } }] },
    ['[1, 1]', '[2, 2]'],
    ['[1, 2]'],
  ],
  ['oneOf', { oneOf: [{ type: 'null' }, { type: 'string' }] }, ['null', '"a"'], ['1']],
  ['allOf', { allOf: [{ type: 'null' }] }, ['null'], ['1']],
  ['$ref', { anyOf: [{ type: 'null' }, { items: { $ref: '#' } }] }, ['[[null, []]]'], ['[1]']],
  ['$defs', { $ref: '#/$defs/a~1b', $defs: { 'a/b': { const: 1 } } }, ['1'], ['2']],
  [
    'annotations',
    { type: 'null', title: 't', default: 1, examples: [], deprecated: true },
    ['null'],
    [],
  ],
]

describe('compileSchema', () => {
  it.each(cases)('follows %s', (_, schema, yes, no) => {
    const grammar = grammarOf(schema)
    expect(yes.filter((text) => !takes(grammar, text))).toEqual([])
    expect(no.filter((text) => takes(grammar, text))).toEqual([])
  })

  it('knows any object', () => {
    expect(takes(anyObject(), '{"a": {"b": []}, "": -1.5}')).toBe(true)
    expect(takes(anyObject(), '[]')).toBe(false)
  })

  it.each([
    [{ not: {} }, 'the keyword “not”'],
    [{ patternProperties: {} }, 'the keyword “patternProperties”'],
    [{ uniqueItems: true }, 'the keyword “uniqueItems”'],
    [{ format: 'iri' }, 'the format “iri”'],
    [{ pattern: '(?=a)' }, 'lookaround'],
    [{ pattern: '(a)\\1' }, 'a backreference “\\1”'],
    [{ pattern: '(?<n>a)' }, 'a named group'],
    [{ pattern: '\\p{L}' }, 'a Unicode property'],
    [{ pattern: '\\bx' }, 'a word boundary'],
    [{ pattern: '(((a{1,99}){1,99}){1,99}){1,99}' }, 'that large is not supported'],
    [{ pattern: '(a|b)*a(a|b){20}' }, 'that large is not supported'],
    [{ type: 'number', multipleOf: 0.1 }, 'multipleOf'],
    [{ oneOf: [{ type: 'string' }, { pattern: 'a' }] }, 'oneOf'],
    [{ allOf: [{}, {}] }, 'allOf'],
    [{ anyOf: [{}], minLength: 1 }, '“minLength” beside “anyOf”'],
    [{ $ref: 'https://example.com/x' }, '$ref'],
    [{ $ref: '#/$defs/none' }, '$ref'],
    [{ anyOf: [{ type: 'null' }, { $ref: '#' }] }, 'leads back to itself'],
    [{ type: 'integer', minimum: 2, maximum: 1 }, 'nothing can satisfy'],
    [{ enum: [] }, 'nothing can satisfy'],
    [{ pattern: '^a{3}$', maxLength: 2 }, 'nothing can satisfy'],
    [{ type: 'array', minItems: 2, maxItems: 1 }, 'nothing can satisfy'],
    [{ properties: { a: { $ref: '#' } }, required: ['a'] }, 'nothing can satisfy'],
    [{ type: 'string', minLength: 1e9 }, 'strings that long'],
    [{ type: 'array', minItems: 1e6 }, 'items can be demanded'],
    [{ type: 'thing' }, 'there is no type "thing"'],
    [7, 'write a schema'],
  ])('refuses %j', (schema, words) => {
    const compiled = compileSchema({ properties: { x: schema }, required: ['x'] }, { path: 'here' })
    const alone = compileSchema(schema, { path: 'here' })
    const messages = [compiled, alone].map((one) => (one.ok ? '' : one.error.message))
    expect(messages.some((message) => message.includes(words))).toBe(true)
    expect(alone.ok).toBe(false)
  })

  it('tells the place of what it refuses', () => {
    const schema = { properties: { x: { items: { anyOf: [{}, { not: {} }] } } } }
    expect(compileSchema(schema, { path: 'response_format.json_schema.schema' })).toMatchObject({
      error: {
        kind: 'invalid',
        param: 'response_format.json_schema.schema.properties.x.items.anyOf[1]',
        message: expect.stringContaining('x.items.anyOf[1]: the keyword “not” is not supported'),
      },
    })
  })

  it('bounds what a hostile schema costs', () => {
    const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => ({ items: inner }), {})
    const wide = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`k${index}`, {}]))
    const patterns = { pattern: '^(.{1,300}){1,3}x' }
    for (const schema of [
      deep,
      { properties: wide },
      { prefixItems: Array.from({ length: 60 }, () => patterns) },
    ]) {
      expect(compileSchema(schema)).toMatchObject({ ok: false })
    }
  })
})
