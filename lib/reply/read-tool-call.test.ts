import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readToolCall } from './read-tool-call.ts'
import { choiceAt, createReply } from './reply.ts'
import type { Loose } from './wire.ts'

/** The calls that come of pieces, each with its place in its list. */
function callsOf(...pieces: (Loose | [Loose, number])[]) {
  const choice = choiceAt(createReply(), 0)
  for (const piece of pieces) {
    if (Array.isArray(piece)) readToolCall(choice, piece[0], piece[1])
    else readToolCall(choice, piece, 0)
  }
  return choice.toolCalls.map(({ id, name, arguments: text }) => [id, name, text])
}

const piece = (rest: Loose, detail: Loose): Loose => ({ ...rest, function: detail })

describe('readToolCall', () => {
  it('puts calls together from their pieces, by index', () => {
    expect(
      callsOf(
        piece({ index: 0, id: 'c0', type: 'function' }, { name: 'f', arguments: '' }),
        piece({ index: 1, id: 'c1', type: 'function' }, { name: 'g', arguments: '{}' }),
        piece({ index: 0 }, { arguments: '{"a"' }),
        piece({ index: 0 }, { arguments: ':1}' }),
      ),
    ).toEqual([
      ['c0', 'f', '{"a":1}'],
      ['c1', 'g', '{}'],
    ])
  })

  it('gives the same call however its arguments are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5 })), (parts) => {
        const first = piece({ index: 0, id: 'c' }, { name: 'f', arguments: '' })
        const rest = parts.map((text) => piece({ index: 0 }, { arguments: text }))
        expect(callsOf(first, ...rest)).toEqual([['c', 'f', parts.join('')]])
      }),
    )
  })

  it('goes by the place in the list where there is no index', () => {
    expect(
      callsOf(
        [piece({ id: 'c0' }, { name: 'f', arguments: '{}' }), 0],
        [piece({ id: 'c1' }, { name: 'g', arguments: '{}' }), 1],
      ),
    ).toEqual([
      ['c0', 'f', '{}'],
      ['c1', 'g', '{}'],
    ])
  })

  it('tells calls apart that are all numbered 0, and goes on with the newest', () => {
    expect(
      callsOf(
        piece({ index: 0, id: 'c0' }, { name: 'f', arguments: '{}' }),
        piece({ index: 0, id: 'c1' }, { name: 'f', arguments: '{' }),
        piece({ index: 1 }, { arguments: '}' }),
      ),
    ).toEqual([
      ['c0', 'f', '{}'],
      ['c1', 'f', '{}'],
    ])
  })

  it('takes a name and an id that are repeated in every piece once', () => {
    const again = { index: 0, id: 'c', type: 'function' }
    expect(
      callsOf(
        piece(again, { name: 'f', arguments: '{' }),
        piece(again, { name: 'f', arguments: '}' }),
      ),
    ).toEqual([['c', 'f', '{}']])
  })

  it('reads custom tools, and arguments that are an object', () => {
    const choice = choiceAt(createReply(), 0)
    readToolCall(choice, { id: 'c', custom: { name: 'shell', input: 'ls' } }, 0)
    expect(choice.toolCalls[0]).toMatchObject({ type: 'custom', arguments: 'ls' })
    expect(callsOf(piece({ id: 'd' }, { name: 'f', arguments: { a: 1 } }))).toEqual([
      ['d', 'f', '{"a":1}'],
    ])
  })
})
