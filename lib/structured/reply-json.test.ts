import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldTree, leavesOf } from './field-tree.ts'
import { replyJson } from './reply-json.ts'

const seen = (content: string, isOver = false) => {
  const json = replyJson(content, isOver)
  if (!json) return undefined
  const { value, complete, before, after, fenced, faults } = json
  return {
    value: JSON.stringify(value),
    complete,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(fenced ? { fenced } : {}),
    ...(faults.length > 0 ? { faults: faults.map(({ line }) => line) } : {}),
  }
}

describe('replyJson', () => {
  it.each([
    ['{"a": 1}', { value: '{"a":1}', complete: true }],
    [' \n[1, 2]\n', { value: '[1,2]', complete: true }],
    ['{"a": "Lis', { value: '{"a":"Lis"}', complete: false }],
    ['{"a": "Lis\\', { value: '{"a":"Lis"}', complete: false }],
    ['{"a": 1, "b":', { value: '{"a":1}', complete: false }],
    ['{"a": tr', { value: '{}', complete: false }],
    ['"a text"', { value: '"a text"', complete: true }],
    ['"a te', { value: '"a te"', complete: false }],
    ['12', { value: '12', complete: false }],
    ['true ', { value: 'true', complete: true }],
    ['```json\n{"a": 1}\n```', { value: '{"a":1}', complete: true, fenced: true }],
    ['```\n{"a": ', { value: '{}', complete: false, fenced: true }],
    [
      'Here it is:\n```json\n[]\n```\nEnjoy!',
      { value: '[]', complete: true, fenced: true, before: 'Here it is:', after: 'Enjoy!' },
    ],
    [
      'The [best] one: {"a": 1}.',
      { value: '{"a":1}', complete: true, before: 'The [best] one:', after: '.' },
    ],
    ['{"a": 1} {"b": 2}', { value: '{"a":1}', complete: true, after: '{"b": 2}' }],
    ['{"a": 1,}', { value: '{"a":1}', complete: true, faults: [1] }],
    ['{\n"a": nope, "b": 1', { value: '{"b":1}', complete: false, faults: [2] }],
    ['{"a": 1 // one\n}', { value: '{"a":1}', complete: true, faults: [1] }],
  ])('reads %j', (content, expected) => {
    expect(seen(content)).toEqual(expected)
  })

  it.each(['', '  \n', 'Rain falls.', '```', '```js', 'to be sure', 'nullify', '['.repeat(300)])(
    'finds nothing in %j',
    (content) => {
      expect(replyJson(content, true)).toBeUndefined()
    },
  )

  it('takes a number at the end of a reply that is over for whole', () => {
    expect(seen('12', true)).toEqual({ value: '12', complete: true })
    expect(seen('{"a": ', true)).toEqual({ value: '{}', complete: false })
  })

  it('finds no fault in any beginning of JSON, and the value at its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const part = text.slice(0, cut % (text.length + 1))
        expect(replyJson(part, false)?.faults ?? []).toEqual([])
        const whole = replyJson(text, true)
        expect(whole?.complete).toBe(true)
        expect(JSON.stringify(whole?.value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })
})

describe('fieldTree', () => {
  it('says where each value stands in the reply, and which may go on', () => {
    const content = 'So: {"a": [1, "é"], "b": {"c": nul'
    const json = replyJson(content, false)
    const root = json && fieldTree(json)
    const leaves = root ? leavesOf(root) : []
    expect(
      leaves.map(({ path, start, end }) => [path.join('.'), content.slice(start, end)]),
    ).toEqual([
      ['a.0', '1'],
      ['a.1', '"é"'],
    ])
    expect(root?.open).toBe(true)
    expect(root?.children.map(({ open }) => open)).toEqual([false, true])
  })
})
