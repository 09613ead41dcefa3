import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyLimits, textPieces } from './reply-text.ts'
import { readSse, writeSse } from './sse.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function collect(text: string, size = 7): Promise<string[]> {
  const found: string[] = []
  const pieces = textPieces(inPieces(new TextEncoder().encode(text), size), replyLimits)
  for await (const { data } of readSse(pieces)) found.push(data)
  return found
}

describe('readSse', () => {
  it('joins events however the bytes are cut', async () => {
    const text =
      ': hello\n\ndata: {"a":"é😀"}\r\n\r\nevent: x\ndata: 1\ndata: 2\n\ndata: [DONE]\n\n'
    for (let size = 1; size < 40; size += 1) {
      expect(await collect(text, size)).toEqual(['{"a":"é😀"}', '1\n2', '[DONE]'])
    }
  })

  it('gives a last event that lacks its blank line', async () => {
    expect(await collect('data: 1\n\ndata: 2')).toEqual(['1', '2'])
  })
})

describe('writeSse', () => {
  it('carries any chunk as it came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (data) => {
        expect(await collect(writeSse({ type: 'chunk', data, at: 1.5 }))).toEqual([data])
      }),
    )
  })

  it('writes type and time of a chunk beside its data', () => {
    expect(writeSse({ type: 'chunk', data: '{}', at: 12.5 })).toBe(
      'event: chunk\nid: 12.5\ndata: {}\n\n',
    )
    expect(writeSse({ type: 'end', at: 3 })).toBe('event: end\ndata: {"type":"end","at":3}\n\n')
  })
})
