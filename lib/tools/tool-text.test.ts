import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from '#lib/json/index.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { toolTemplates } from './templates.ts'
import {
  otherNames,
  readToolList,
  toolTextAt,
  withoutTool,
  withToolCopied,
  withTools,
  withToolTextAt,
} from './tool-list.ts'
import { readToolText, toolProblems, withToolPart } from './tool-text.ts'

const plain = `{
  // kept
  "type": "function",
  "function": {
    "name": "f", // the name
    "x-own": [1]
  }
}`

/** One tool, changed within a list. */
function changed(tool: string, change: Parameters<typeof withToolPart>[2]): string {
  const list = withToolPart(`[\n${tool},\n{"type": "robot"}]`, 0, change)
  expect(list).toContain('{"type": "robot"}')
  return toolTextAt(list, 0)
}

describe('the text of a tool', () => {
  it('is read as far as a form shows it', () => {
    expect(readToolText(plain)).toEqual({
      type: 'function',
      name: 'f',
      description: '',
      strict: false,
      parameters: undefined,
      format: { type: 'text' },
    })
    expect(readToolText('{"type": "robot"}')).toBeUndefined()
    expect(readToolText('{"type": ')).toBeUndefined()
  })

  it('is changed in one part, and keeps comments and unknown keys', () => {
    const text = changed(plain, { description: 'Says', strict: true })
    expect(text).toContain('// kept')
    expect(text).toContain('// the name')
    expect(text.split('\n')[3]).toBe('  "function": {')
    expect(parseTolerantJson(text).value).toEqual({
      type: 'function',
      function: { name: 'f', 'x-own': [1], description: 'Says', strict: true },
    })
    const bare = changed(text, { description: '', strict: false })
    expect(parseTolerantJson(bare).value).toEqual(parseTolerantJson(plain).value)
  })

  it('takes a part where the rest is missing or odd', () => {
    for (const tool of ['{"type": "function"}', '{"type": "function", "function": "x"}']) {
      expect(changed(tool, { strict: false, description: '' })).toBe(toolTextAt(`[${tool}]`, 0))
      expect(JSON.parse(changed(tool, { name: 'f' }))).toEqual({
        type: 'function',
        function: { name: 'f' },
      })
    }
  })

  it('of a custom tool has its grammar where chat completions want it', () => {
    const custom = '{"type": "custom", "custom": {"name": "sql"}}'
    const grammar = { type: 'grammar', syntax: 'regex', definition: 'a+' } as const
    const text = changed(custom, { format: grammar })
    expect(parseTolerantJson(text).value).toMatchObject({
      custom: { format: { type: 'grammar', grammar: { syntax: 'regex', definition: 'a+' } } },
    })
    expect(readToolText(text)?.format).toEqual(grammar)
    expect(parseTolerantJson(changed(text, { format: { type: 'text' } })).value).toEqual({
      type: 'custom',
      custom: { name: 'sql' },
    })
  })

  it('that is broken is not touched, and says where', () => {
    expect(withToolPart('[{"type": ', 0, { name: 'x' })).toBe('[{"type": ')
    expect(withToolPart('[]', 0, { name: 'x' })).toBe('[]')
    expect(
      toolProblems('{\n  "type": "function",\n  "function": {"name": "a b"}\n}'),
    ).toMatchObject([{ line: 3, message: expect.stringContaining('letters, digits') }])
  })
})

describe('the list of tools', () => {
  const list =
    '[\n  // first\n  {"type": "function", "function": {"name": "a"}},\n  {"type": "custom", "custom": {"name": "a"}}\n]'

  it('names each with what is wrong with it', () => {
    expect(readToolList(list)).toEqual([
      { name: 'a', type: 'function', parameters: 0 },
      { name: 'a', type: 'custom', parameters: 0, problem: '“a” is defined twice.' },
    ])
    expect(readToolList('')).toEqual([])
    expect(readToolList('{"a": 1}')).toBeUndefined()
  })

  it('is changed in one place, and keeps comments', () => {
    const tool = { type: 'function', function: { name: 'b' } }
    const text = '{"type": "function", // its type\n"function": {"name": "b"}} // the end'
    const next = withToolTextAt(list, 1, text)
    expect(next).toContain('// first')
    expect(next).toContain('// its type')
    expect(parseTolerantJson(toolTextAt(next, 1)).value).toEqual(tool)
    // Before a comma it would be one comment with the next tool.
    expect(readToolList(withToolTextAt(list, 0, text))).toHaveLength(2)
    expect(readToolList(withToolCopied(next, 1))?.map(({ name }) => name)).toEqual(['a', 'b', 'b'])
    expect(otherNames(next, 0)).toEqual(['b'])
    const longer = withTools(next, [tool, tool])
    expect(longer).toContain('// first')
    expect(readToolList(longer)).toHaveLength(4)
    expect(readToolList(withoutTool(longer, 0))).toHaveLength(3)
    expect(parseTolerantJson(withTools('', [tool])).value).toEqual([tool])
    expect(withoutTool(withTools('', [tool]), 0)).toBe('')
  })
})

describe('templates', () => {
  it('are tools that can be sent', () => {
    const tools = toolTemplates.map(({ tool }) => tool)
    expect(problemsOf(parameterOf('tools'), tools)).toEqual([])
    expect(tools[3]).toMatchObject({ function: { strict: true } })
  })
})
