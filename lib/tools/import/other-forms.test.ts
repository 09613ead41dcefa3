import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { found } from './found.fixture.ts'
import { readTools } from './index.ts'

describe('tools of other forms', () => {
  const schema = { type: 'object', properties: { city: { type: 'string' } } }
  const weather = { name: 'get_weather', description: 'Weather', parameters: schema }

  it.each([
    ['OpenAI', { type: 'function', function: weather }],
    ['OpenAI Responses', { type: 'function', ...weather }],
    ['old functions', weather],
    ['MCP', { name: 'get_weather', description: 'Weather', inputSchema: schema }],
    ['Anthropic', { name: 'get_weather', description: 'Weather', input_schema: schema }],
    ['a tools/list result', { jsonrpc: '2.0', id: 1, result: { tools: [{ ...weather }] } }],
    [
      'Gemini',
      {
        functionDeclarations: [
          {
            name: 'get_weather',
            description: 'Weather',
            parameters: { type: 'OBJECT', properties: { city: { type: 'STRING' } } },
          },
        ],
      },
    ],
  ])('of %s are read alike', (_, value) => {
    const wanted = [{ type: 'function', function: weather }]
    expect(found(value).tools.map(({ tool }) => tool)).toEqual(wanted)
    if ('jsonrpc' in value) return
    expect(found([value]).tools.map(({ tool }) => tool)).toEqual(wanted)
  })

  it('keep custom tools, and a schema alone becomes a function', () => {
    const grammar = { type: 'grammar', syntax: 'lark', definition: 'start: "a"' }
    expect(found({ type: 'custom', name: 'sql', format: grammar }).tools[0]?.tool).toEqual({
      type: 'custom',
      custom: {
        name: 'sql',
        format: { type: 'grammar', grammar: { syntax: 'lark', definition: 'start: "a"' } },
      },
    })
    expect(found({ ...schema, title: 'Find a city' }).tools[0]).toMatchObject({
      name: 'Find_a_city',
      tool: { function: { parameters: schema } },
    })
  })

  it('get names that are legal and free', () => {
    const { tools, notes } = found(
      [weather, { ...weather, name: 'get weather!' }, { ...weather, name: 'é'.repeat(90) }],
      ['get_weather'],
    )
    expect(tools.map(({ name }) => name)).toEqual([
      'get_weather_2',
      'get_weather_3',
      expect.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
    ])
    expect(notes).toHaveLength(1)
  })

  it('that are none are named, and nothing at all is a sentence', () => {
    expect(found([weather, { x: 1 }, 7]).left).toEqual([
      { name: 'Entry 2', reason: expect.any(String) },
      { name: 'Entry 3', reason: expect.any(String) },
    ])
    expect(readTools('{"a": 1}')).toMatchObject({ ok: false })
    expect(readTools('openapi: 3.0.0\npaths: {}')).toMatchObject({
      error: expect.stringContaining('YAML'),
    })
  })

  it('are always what the field takes, whatever was pasted', () => {
    const anyTool = fc.record(
      {
        name: fc.string(),
        type: fc.constantFrom('function', 'custom', 'object'),
        description: fc.anything(),
        parameters: fc.object(),
        properties: fc.object(),
        function: fc.record({ name: fc.string() }),
        openapi: fc.constant('3.1.0'),
        paths: fc.dictionary(fc.string(), fc.object()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(anyTool, { maxLength: 4 }), (value) => {
        const read = readTools(JSON.stringify(value.length === 1 ? value[0] : value) ?? '')
        if (!read.ok || read.value.tools.length === 0) return
        const tools = read.value.tools.map(({ tool }) => tool)
        expect(problemsOf(parameterOf('tools'), tools)).toEqual([])
      }),
    )
  })
})
