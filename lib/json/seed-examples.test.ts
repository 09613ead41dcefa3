import { describe, expect, it } from 'vitest'
import { formatJson } from './format.ts'
import { parseTolerantJson } from './parse.ts'
import { cleanPaste } from './paste.ts'
import { seedExamples } from './seed-examples.fixture.ts'

describe.each(seedExamples)('the example of $name', ({ text, value }) => {
  const straight = !/[“”]/.test(text)

  it('is read as the value it means', () => {
    expect(parseTolerantJson(text)).toEqual({
      value,
      problems: [],
      tolerated: straight ? [] : ['curly quotes'],
      empty: false,
    })
  })

  it('pastes as JSON, laid out when it had to be mended', () => {
    const pasted = cleanPaste('', 0, 0, text)
    expect(JSON.parse(pasted)).toEqual(value)
    expect(pasted).toBe(straight ? text : formatJson(text))
  })

  it('is read the same with Windows line breaks, indentation and no-break spaces', () => {
    const styled = text.replaceAll('\n', '\r\n\u00a0 ')
    expect(parseTolerantJson(styled).value).toEqual(value)
  })
})
