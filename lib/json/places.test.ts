import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from './parse.ts'
import { pastedJson } from './pasted-json.arbitrary.ts'
import { describeProblem, locate, problemsFromIssues } from './index.ts'

const tools = '[{\n  “type”: “function”,\n  “function”: {\n    “name”: 5,\n  },\n}]'

describe('finding the place of a value', () => {
  it('finds a value by its path, in text that needs mending too', () => {
    const place = locate(tools, [0, 'function', 'name'])
    expect(place).toEqual({ offset: tools.indexOf('5'), length: 1, line: 4, column: 13 })
  })

  it('finds nothing where the path leads nowhere', () => {
    expect(locate(tools, [1])).toBeUndefined()
    expect(locate(tools, [0, 'type', 'x'])).toBeUndefined()
    expect(locate('', [])).toBeUndefined()
  })

  it('gives the text of exactly that value, for every path into any value', () => {
    fc.assert(
      fc.property(pastedJson, fc.nat(), ({ text, value }, seed) => {
        const { path, inner } = pick(value, seed)
        const place = locate(text, path)
        const found = text.slice(place?.offset, (place?.offset ?? 0) + (place?.length ?? 0))
        expect(parseTolerantJson(found).value).toEqual(inner)
      }),
    )
  })
})

describe('placing schema problems', () => {
  it('places each at the value it is about, in the order of the text', () => {
    const problems = problemsFromIssues(tools, [
      { path: [0, 'function', 'name'], message: 'Expected a text.' },
      { path: [0, 'type'], message: 'Expected "custom".' },
    ])
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 11, 'Expected "custom".'],
      [4, 13, 'Expected a text.'],
    ])
    expect(problems[1]?.path).toEqual([0, 'function', 'name'])
  })

  it('places a missing key at the bracket of the object that lacks it', () => {
    const [problem] = problemsFromIssues(tools, [
      { path: [0, 'function', 'parameters', 'type'], message: 'Missing.' },
    ])
    expect(problem).toMatchObject({ line: 3, column: 15, length: 1 })
  })

  it('marks no more than the first line of a value of several', () => {
    const [problem] = problemsFromIssues('{\n  "a": {\n    "b": 1\n  }\n}', [
      { path: ['a'], message: 'No.' },
    ])
    expect(problem).toMatchObject({ line: 2, column: 8, length: 1 })
  })

  it('places a problem of a text without a value at its start', () => {
    expect(problemsFromIssues('', [{ path: ['a'], message: 'No.' }])).toEqual([
      { message: 'No.', path: ['a'], offset: 0, length: 0, line: 1, column: 1 },
    ])
  })
})

describe('describing a problem', () => {
  it('says line and column before the message', () => {
    const [problem] = parseTolerantJson('{\n  "a": 1\n  "b": 2\n}').problems
    expect(problem && describeProblem(problem)).toBe(
      'Line 3, column 3: Expected a comma before this property.',
    )
  })
})

/** Walks into a value, the seed choosing the way; gives the path and what is there. */
function pick(value: unknown, seed: number): { path: (string | number)[]; inner: unknown } {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(typeof value === 'object' && value !== null ? value : {})
  const entry = seed % 4 === 0 ? undefined : entries[seed % Math.max(1, entries.length)]
  if (!entry) return { path: [], inner: value }
  const { path, inner } = pick(entry[1], Math.floor(seed / 4))
  return { path: [entry[0], ...path], inner }
}
