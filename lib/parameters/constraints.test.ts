import { describe, expect, it } from 'vitest'
import { crossProblems, dependents, warningOf } from './constraints.ts'
import { parameterOf, registry } from './index.ts'

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
    const some = (...tools: unknown[]) => ({
      tools: [tool],
      tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto', tools } },
    })
    expect(at(some(tool))).toEqual([])
    expect(crossProblems(some(tool, choice))[0]?.message).toContain('get_time')
  })
})

describe('warningOf', () => {
  it('asks for JSON in the messages when JSON mode is on', () => {
    const warning = (type: string, content: unknown) =>
      warningOf(parameterOf('response_format'), {
        response_format: { type },
        messages: [{ role: 'user', content }],
      })
    expect(warning('json_object', 'List three colours')).toContain('JSON')
    expect(warning('json_object', 'List three colours as JSON')).toBeUndefined()
    expect(warning('json_object', [{ type: 'text', text: 'as json' }])).toBeUndefined()
    expect(warning('text', 'Hello')).toBeUndefined()
  })

  it('says where no fallback applies, and what a proxy must allow', () => {
    const fallbacks = [{ 'openai/*': ['b'] }]
    const warning = (model: string) =>
      warningOf(parameterOf('fallbacks'), { provider: 'openai', model, fallbacks })
    expect(warning('gpt-4o')).toBeUndefined()
    expect(
      warningOf(parameterOf('fallbacks'), { provider: 'litellm', model: 'x', fallbacks }),
    ).toBe('None of these applies to x.')
    const atBase = (provider: string) =>
      warningOf(parameterOf('api_base'), { provider, api_base: 'https://a.example/v1' })
    expect(atBase('litellm')).toContain('allow_client_side_credentials')
    expect(atBase('openai')).toBeUndefined()
  })

  it('leaves what is not valid to the problems', () => {
    const broken = { provider: 'openai', model: 'x', fallbacks: { a: 'b' } }
    expect(warningOf(parameterOf('fallbacks'), broken)).toBeUndefined()
  })
})

describe('dependents', () => {
  it('gives the fields whose problems may change', () => {
    expect(dependents(registry, 'logprobs')).toEqual(['top_logprobs'])
    expect(dependents(registry, 'tools')).toEqual(['tool_choice', 'parallel_tool_calls'])
    expect(dependents(registry, 'max_tokens')).toEqual(['max_completion_tokens'])
  })
})
