import { describe, expect, it } from 'vitest'
import { withFix } from '#lib/json/help.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import { documentFor, schemaDocument } from './documents.ts'
import { slipsIn } from './slips.ts'

function slips(name: ParameterName, text: string) {
  const document = documentFor(name)
  return document ? slipsIn(text, document) : []
}

describe('slips in keys', () => {
  it('are keys nearly right, each at its place and with its fix', () => {
    const text = '[\n  {"type": "function", "function": {"name": "a", "paramters": {}}}\n]'
    const [slip, ...others] = slips('tools', text)
    expect(others).toEqual([])
    expect(slip).toMatchObject({
      line: 2,
      path: [0, 'function', 'paramters'],
      message: '"paramters" is no known key here. Is "parameters" meant?',
    })
    expect(slip?.fix && withFix(text, slip.fix)).toBe(text.replace('paramters', 'parameters'))
  })

  it('are found in the schemas within tools and formats', () => {
    const schema = { properties: { requird: { typ: 'string', descripton: 'x' } }, requierd: [] }
    const tool = { type: 'function', function: { name: 'a', parameters: schema } }
    const found = slips('tools', JSON.stringify([tool])).map(({ path }) => path?.at(-1))
    expect(found).toEqual(['typ', 'descripton', 'requierd'])
  })

  it('are no keys far from all, nor the free keys of a map', () => {
    expect(slips('logit_bias', '{"1734": 5}')).toEqual([])
    expect(slips('tools', '[{"type": "function", "vendor_thing": 1}]')).toEqual([])
    expect(slipsIn('{"properties": {"typ": {}, "tpye": {}}}', schemaDocument)).toEqual([])
  })
})
