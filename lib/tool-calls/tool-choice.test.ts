import { describe, expect, it } from 'vitest'
import { choiceOfSome, choiceOfTool, readToolChoice } from './tool-choice.ts'

const weather = { type: 'function', name: 'get_weather' } as const
const shell = { type: 'custom', name: 'shell' } as const

describe('readToolChoice', () => {
  it('reads what it wrote', () => {
    for (const tool of [weather, shell]) {
      expect(readToolChoice(choiceOfTool(tool))).toEqual({ kind: 'tool', tool })
    }
    expect(readToolChoice(choiceOfSome('required', [weather, shell]))).toEqual({
      kind: 'allowed',
      mode: 'required',
      tools: [weather, shell],
    })
    expect(readToolChoice(choiceOfSome('auto', []))).toMatchObject({ kind: 'allowed', tools: [] })
  })

  it('reads the example of the list of parameters, typographic quotes and all', () => {
    expect(
      readToolChoice('{\n“type”: “function”,\n“function”: {\n“name”: “get_weather”\n}\n}'),
    ).toEqual({ kind: 'tool', tool: weather })
  })

  it.each([
    '',
    'auto',
    '{"type": "function"}',
    '{"type": "function", "function": {"name": "f", "note": 1}}',
    '{"type": "function", "function": {"name": "f"}, "note": 1}',
    '{"type": "allowed_tools", "allowed_tools": {"mode": "none", "tools": []}}',
    '{"type": "allowed_tools", "allowed_tools": {"mode": "auto", "tools": [5]}}',
  ])('leaves %s to the JSON editor, so that nothing of it is lost', (text) => {
    expect(readToolChoice(text)).toEqual({ kind: 'other' })
  })
})
