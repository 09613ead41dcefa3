import { describe, expect, it } from 'vitest'
import { draftOfText, valueOfDraft } from './draft.ts'
import { parameterOf, type ParameterName } from './index.ts'

const read = (name: ParameterName, text: string) => valueOfDraft(parameterOf(name), text)
const complaint = (name: ParameterName, text: string) => {
  const result = read(name, text)
  return result.ok ? undefined : result.error[0]?.message
}

describe('valueOfDraft', () => {
  it('reads numbers as people write them', () => {
    expect(read('temperature', ' 0.7 ')).toEqual({ ok: true, value: 0.7 })
    expect(read('temperature', '.5')).toEqual({ ok: true, value: 0.5 })
    expect(read('presence_penalty', '−1.5')).toEqual({ ok: true, value: -1.5 })
    expect(read('seed', '1e3')).toEqual({ ok: true, value: 1000 })
  })

  it('says what is wrong with a text that is no number', () => {
    expect(complaint('temperature', '')).toContain('Type a number')
    expect(complaint('temperature', '0,7')).toContain('0.7')
    expect(complaint('temperature', 'hot')).toContain('“hot” is not a number')
    expect(complaint('temperature', 'NaN')).toContain('not a number')
    expect(complaint('temperature', '0x10')).toContain('not a number')
  })

  it('says where JSON is broken', () => {
    expect(complaint('logit_bias', '{"2683": -100,\n "7211" 5}')).toMatch(/^Line 2:/)
    expect(complaint('logit_bias', '  ')).toContain('Write JSON')
  })

  it('reads a word or an object for the tool choice', () => {
    expect(read('tool_choice', 'required')).toEqual({ ok: true, value: 'required' })
    expect(read('tool_choice', '“auto”')).toEqual({ ok: true, value: 'auto' })
    const object = { type: 'function', function: { name: 'get_weather' } }
    expect(read('tool_choice', JSON.stringify(object))).toEqual({ ok: true, value: object })
    expect(read('tool_choice', 'sometimes').ok).toBe(false)
  })
})

describe('draftOfText', () => {
  it('takes values as they are written into an address by hand', () => {
    expect(draftOfText(parameterOf('stop'), 'END,\\n')).toEqual(['END', '\n'])
    expect(draftOfText(parameterOf('logprobs'), 'true')).toBe(true)
    expect(draftOfText(parameterOf('stream_options'), '1')).toEqual({ include_usage: true })
    expect(draftOfText(parameterOf('messages'), 'Tell me a joke')).toMatchObject({
      mode: 'cards',
      cards: [{ role: 'user', content: 'Tell me a joke' }],
    })
  })
})
