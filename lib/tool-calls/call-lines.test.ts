import { describe, expect, it } from 'vitest'
import { callLines } from './call-lines.ts'

const call = (name: string, given: string) => ({
  id: 'call_1',
  type: 'function',
  function: { name, arguments: given },
})

describe('the lines of tool calls', () => {
  it('are the name and the arguments of each, without blanks', () => {
    const calls = [call('get_weather', '{ "city": "Porto" }'), call('now', '{}'), call('now', '')]
    expect(callLines(JSON.stringify(calls))).toEqual([
      'get_weather({"city":"Porto"})',
      'now()',
      'now()',
    ])
  })

  it('show broken arguments as they came, and what a custom tool is given', () => {
    const custom = { type: 'custom', custom: { name: 'run', input: 'ls -l' } }
    expect(callLines(JSON.stringify([call('f', '{"a":'), custom]))).toEqual([
      'f({"a":)',
      'run("ls -l")',
    ])
  })

  it.each(['', '[]', '[1]', '{"id": 1}', '[{'])('are none in %j', (text) => {
    expect(callLines(text)).toBeUndefined()
  })
})
