import { describe, expect, it } from 'vitest'
import { parameterOf } from '#lib/parameters/index.ts'
import { parameterAt } from '#lib/providers/availability.ts'
import { jsonFieldProblems, jsonSummary } from './field-problems.ts'

describe('jsonFieldProblems', () => {
  it('places a fault of the schema at its line', () => {
    const text = '{\n  "43010": -100,\n  "1627": 250\n}'
    const [problem] = jsonFieldProblems(parameterOf('logit_bias'), text)
    expect(problem).toMatchObject({ line: 3, message: 'A bias must be between −100 and 100.' })
  })

  it('follows the provider’s own schema', () => {
    const metadata = parameterOf('metadata')
    expect(jsonFieldProblems(parameterAt('litellm', metadata), '{"debug": true}')).toEqual([])
    expect(jsonFieldProblems(parameterAt('openai', metadata), '{"debug": true}')).toHaveLength(1)
  })
})

describe('jsonSummary', () => {
  it.each([
    ['{"a": 1}', '1 key, valid'],
    ['[1, 2]', '2 entries, valid'],
    ['[{}]', '1 entry, valid'],
    ['{"a"', ''],
    ['', ''],
  ])('says %s is "%s"', (text, summary) => {
    expect(jsonSummary(text)).toBe(summary)
  })
})
