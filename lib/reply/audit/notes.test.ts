import { describe, expect, it } from 'vitest'
import { auditReply } from './index.ts'
import { attemptOf, choiceOf, replyTo } from '../fixtures/replies.ts'

type Options = Parameters<typeof replyTo>[1]

const whole = { choices: [choiceOf()] }
const notes = (asked: Record<string, unknown>, body: object = whole, options: Options = {}) =>
  auditReply(asked, replyTo(body, options)).map(({ kind, parameter }) => [kind, parameter])
const saying = (content: string | null, rest: object = {}) => ({
  choices: [choiceOf({ message: { content, ...rest } })],
})
const calling = (...names: string[]) =>
  saying(null, {
    tool_calls: names.map((name, index) => ({
      index,
      id: `c${index}`,
      function: { name, arguments: '{}' },
    })),
  })

describe('what differs in how a reply came', () => {
  it('names what a fallback was not sent', () => {
    const attempts = [attemptOf(), attemptOf({ number: 2, omitted: ['seed', 'top_k'] })]
    expect(notes({ seed: 1 }, whole, { attempts })).toEqual([
      ['omitted', 'seed'],
      ['omitted', 'top_k'],
    ])
  })

  it('notices that a stream came in one piece, and not the reverse', () => {
    expect(notes({ stream: true })).toEqual([['not-streamed', 'stream']])
    expect(notes({ stream: true }, whole, { streamed: true })).toEqual([])
    expect(notes({})).toEqual([])
  })

  it('misses token counts only where they were asked for', () => {
    const asked = { stream: true, stream_options: { include_usage: true } }
    expect(notes(asked, whole, { streamed: true })).toEqual([['no-usage', 'stream_options']])
    const counted = { ...whole, usage: { completion_tokens: 1 } }
    expect(notes(asked, counted, { streamed: true })).toEqual([])
    expect(notes({ stream: true, stream_options: {} }, whole, { streamed: true })).toEqual([])
  })

  it('counts tokens against the limit of each choice', () => {
    const two = { choices: [choiceOf(), choiceOf({ index: 1 })], usage: { completion_tokens: 20 } }
    expect(notes({ n: 2, max_tokens: 10 }, two)).toEqual([])
    expect(notes({ n: 2, max_completion_tokens: 9 }, two)).toEqual([
      ['over-limit', 'max_completion_tokens'],
    ])
  })

  it('compares the service tier', () => {
    const tier = { ...whole, service_tier: 'default' }
    expect(notes({ service_tier: 'flex' }, tier)).toEqual([['service-tier', 'service_tier']])
    expect(notes({ service_tier: 'default' }, tier)).toEqual([])
    expect(notes({ service_tier: 'auto' }, tier)).toEqual([])
    expect(notes({ service_tier: 'flex' })).toEqual([])
  })
})

describe('what differs in the output', () => {
  it.each([{ type: 'json_object' }, { type: 'json_schema', json_schema: { name: 'a' } }])(
    'reads the text where JSON was asked for: %j',
    (format) => {
      const asked = { response_format: format }
      expect(notes(asked, saying('{"a": 1}'))).toEqual([])
      expect(notes(asked, saying('Sure: {"a": 1}'))).toEqual([['not-json', 'response_format']])
      expect(notes(asked, saying(null, { refusal: 'No.' }))).toEqual([])
      expect(notes(asked, calling('f'))).toEqual([])
    },
  )

  it('leaves plain text alone, and what was cut off', () => {
    expect(notes({ response_format: { type: 'text' } }, saying('Hi'))).toEqual([])
    const cut = { choices: [choiceOf({ message: { content: '{"a' }, finish_reason: 'length' })] }
    expect(notes({ response_format: { type: 'json_object' } }, cut)).toEqual([
      ['length', 'max_completion_tokens'],
    ])
  })

  it('compares tool calls with the choice of tools', () => {
    const named = { type: 'function', function: { name: 'f' } }
    expect(notes({ tool_choice: 'required' }, saying('Hi'))).toEqual([
      ['no-tool-call', 'tool_choice'],
    ])
    expect(notes({ tool_choice: 'required' }, calling('g'))).toEqual([])
    expect(notes({ tool_choice: named }, calling('g'))).toEqual([['no-tool-call', 'tool_choice']])
    expect(notes({ tool_choice: named }, calling('f'))).toEqual([])
    expect(notes({ tool_choice: { type: 'custom', custom: { name: 'f' } } }, saying('Hi'))).toEqual(
      [['no-tool-call', 'tool_choice']],
    )
    expect(notes({ tool_choice: 'none' }, calling('f'))).toEqual([['tool-calls', 'tool_choice']])
    expect(notes({ tool_choice: 'auto' }, saying('Hi'))).toEqual([])
    expect(notes({ parallel_tool_calls: false }, calling('f', 'f'))).toEqual([
      ['tool-calls', 'parallel_tool_calls'],
    ])
  })
})
