import { describe, expect, it } from 'vitest'
import { readResult } from './result-values.ts'
import { resultRows, sayResult } from './results.ts'

const frame = (title: string, text: string) => ({ topic: 'tool-results', title, text })
const documents = [
  { topic: 'weather', title: 'A result with one value', text: 'The {key|a} of nothing.' },
  frame('A result with one value', 'Its {key|temperature} is {value|18}, says {tool|get}.'),
  frame('A result with two values', '{value|1} for {key|a} and {value|2} for {key|b}.'),
  frame('A result that is a text', 'It says: {value|There is wind.}'),
  frame('A result that is empty', 'Nothing from {tool|get}.'),
  frame('A tool that failed', 'Broken: {value|timeout}.'),
]

describe('readResult', () => {
  it.each([
    [
      '{"a": 1, "b": true, "c": null}',
      [
        ['a', '1'],
        ['b', 'yes'],
      ],
    ],
    [
      '{"wind": {"windSpeed": 3, "from_where": "west"}}',
      [
        ['wind wind speed', '3'],
        ['wind from where', 'west'],
      ],
    ],
    ['{"cities": ["Oslo", "Rome", "Bonn"]}', [['cities', 'Oslo, Rome and Bonn']]],
    ['{"days": [{"day": "Monday", "high": 20}]}', [['days', 'day Monday, high 20']]],
  ])('reads %s by its values', (content, findings) => {
    expect(readResult(content)).toEqual({
      kind: 'values',
      findings: findings.map(([key, value]) => ({ key, value })),
    })
  })

  it.each([
    ['["a", 2]', { kind: 'list', text: 'a and 2' }],
    ['Rain,\n later sun.', { kind: 'text', text: 'Rain, later sun' }],
    ['21', { kind: 'text', text: '21' }],
    ['', { kind: 'empty' }],
    ['{}', { kind: 'empty' }],
    ['[]', { kind: 'empty' }],
    ['null', { kind: 'empty' }],
    ['{"error": "not found"}', { kind: 'error', text: 'not found' }],
    ['{"error": {"message": "no", "code": 3}}', { kind: 'error', text: 'no' }],
    ['Error: timeout', { kind: 'error', text: 'timeout' }],
    ['{"ok": true}', { kind: 'done' }],
    ['Done.', { kind: 'done' }],
  ])('reads %s', (content, result) => {
    expect(readResult(content)).toEqual(result)
  })
})

describe('sayResult', () => {
  const say = (content: string) => sayResult(documents, 'get_wind', content)

  it('fills the frames of its kind, and says the other values plainly', () => {
    expect(say('{"speed": 3}')).toEqual(['Its speed is 3, says get_wind.'])
    expect(say('{"speed": 3, "gusts": 5, "from": "west"}')).toEqual([
      'Its speed is 3, says get_wind. The gusts are 5. The from is west.',
      '3 for speed and 5 for gusts. The from is west.',
    ])
    expect(say('Calm.')).toEqual(['It says: Calm.'])
    expect(say('')).toEqual(['Nothing from get_wind.'])
    expect(say('{"error": "late"}')).toEqual(['Broken: late.'])
  })

  it('has words of its own where the corpus has none', () => {
    expect(sayResult([], 'f', '{"a": 1}')).toEqual(['The a is 1.'])
    expect(sayResult([], 'f', '[1, 2]')).toEqual(['The tool has found: 1 and 2.'])
    expect(sayResult([], 'f', 'ok')).toEqual(['It is done.'])
  })
})

describe('resultRows', () => {
  it('are there only at the end of a conversation with results', () => {
    const answers = { id: 'a', name: 'f', arguments: '{}' }
    const turns = [{ speaker: 'tool', text: '{"a": 1}', answers }] as const
    const rows = resultRows(documents, turns)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ ids, learned }) => ids.length === learned.length && !learned[0])).toBe(
      true,
    )
    expect(resultRows(documents, [...turns, { speaker: 'user', text: 'And?' }])).toEqual([])
    expect(resultRows(documents, [])).toEqual([])
  })
})
