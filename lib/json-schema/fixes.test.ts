import { describe, expect, it } from 'vitest'
import { withFix } from '#lib/json/help.ts'
import { parameterOf, type ParameterName } from '#lib/parameters/index.ts'
import { jsonFieldProblems } from '#lib/request/field-problems.ts'
import { documentFor } from './documents.ts'
import { fixOfContent } from './fixes.ts'
import { nearestWord } from './nearest-word.ts'

function fixed(name: ParameterName, text: string) {
  const document = documentFor(name)
  const [problem] = jsonFieldProblems(parameterOf(name), text)
  if (!document || !problem) throw new Error(`Nothing is wrong in ${text}.`)
  const fix = fixOfContent(text, problem, document)
  return fix && { title: fix.title, text: withFix(text, fix) }
}

describe('the fix of a fault of content', () => {
  it.each<[ParameterName, string, string, string]>([
    [
      'response_format',
      '{"type": "json_shema", "json_schema": {"name": "a", "schema": {}}}',
      'Write "json_schema"',
      '{"type": "json_schema", "json_schema": {"name": "a", "schema": {}}}',
    ],
    ['logit_bias', '{"1734": "-100"}', 'Write -100 without quotes', '{"1734": -100}'],
    [
      'messages',
      '[{"role": "User", "content": "Hi"}]',
      'Write "user"',
      '[{"role": "user", "content": "Hi"}]',
    ],
    [
      'messages',
      '[\n  {\n    "content": "Hi"\n  }\n]',
      'Add "role"',
      '[\n  {\n    "role": "",\n    "content": "Hi"\n  }\n]',
    ],
    [
      'tools',
      '[{"type": "function", "function": {}}]',
      'Add "name"',
      '[{"type": "function", "function": {"name": ""}}]',
    ],
    [
      'tools',
      '[{"type": "function", "function": {"name": 7}}]',
      'Put it in quotes',
      '[{"type": "function", "function": {"name": "7"}}]',
    ],
  ])('of %s %j is “%s”', (name, text, title, result) => {
    expect(fixed(name, text)).toEqual({ title, text: result })
  })

  it('is not guessed for a word far from all', () => {
    expect(fixed('messages', '[{"role": "narrator", "content": "Hi"}]')).toBeUndefined()
  })
})

describe('the nearest word', () => {
  it.each([
    ['Function', 'function'],
    ['fucntion', 'function'],
    ['custm', 'custom'],
    ['xyz', undefined],
    ['', undefined],
  ])('to %j is %j', (typed, word) => {
    expect(nearestWord(typed, ['function', 'custom'])).toBe(word)
  })

  it('is none where two are as near', () => {
    expect(nearestWord('cat', ['bat', 'rat'])).toBeUndefined()
  })
})
