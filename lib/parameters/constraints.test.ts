import { describe, expect, it } from 'vitest'
import { crossProblems, dependents, warnings } from './constraints.ts'
import { registry } from './index.ts'

const tool = { type: 'function', function: { name: 'get_weather' } }
const at = (settings: Record<string, unknown>) =>
  crossProblems(settings).map(({ parameter }) => parameter)

describe('crossProblems', () => {
  it('finds every need that is not met, and none that is', () => {
    expect(at({ top_logprobs: 5 })).toEqual(['top_logprobs'])
    expect(at({ top_logprobs: 5, logprobs: false })).toEqual(['top_logprobs'])
    expect(at({ top_logprobs: 5, logprobs: true })).toEqual([])
    expect(at({ stream_options: { include_usage: true } })).toEqual(['stream_options'])
    expect(at({ parallel_tool_calls: true })).toEqual(['parallel_tool_calls'])
    expect(at({ parallel_tool_calls: true, tools: [tool] })).toEqual([])
  })

  it('names both of two limits that exclude each other', () => {
    expect(at({ max_tokens: 5, max_completion_tokens: 5 })).toEqual([
      'max_completion_tokens',
      'max_tokens',
    ])
  })

  it('finds a tool choice that names no tool', () => {
    const choice = { type: 'function', function: { name: 'get_time' } }
    expect(crossProblems({ tools: [tool], tool_choice: choice })[0]?.message).toContain('get_time')
    expect(at({ tools: [tool], tool_choice: tool })).toEqual([])
  })
})

describe('warnings', () => {
  it('asks for JSON in the messages when JSON mode is on', () => {
    const format = { response_format: { type: 'json_object' } }
    const message = (content: unknown) => ({ messages: [{ role: 'user', content }] })
    expect(warnings({ ...format, ...message('List three colours') })).toHaveLength(1)
    expect(warnings({ ...format, ...message('List three colours as JSON') })).toEqual([])
    expect(warnings({ ...format, ...message([{ type: 'text', text: 'as json' }]) })).toEqual([])
    expect(warnings({ response_format: { type: 'text' }, ...message('Hello') })).toEqual([])
  })
})

describe('dependents', () => {
  it('gives the fields whose problems may change', () => {
    expect(dependents(registry, 'logprobs')).toEqual(['top_logprobs'])
    expect(dependents(registry, 'tools')).toEqual(['tool_choice', 'parallel_tool_calls'])
    expect(dependents(registry, 'max_tokens')).toEqual(['max_completion_tokens'])
  })
})
