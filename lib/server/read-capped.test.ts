import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCapped } from './read-capped.ts'

describe('readCapped', () => {
  it('gives a text that fits as it is, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          const bytes = Buffer.from(text)
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          )
          expect(await readCapped(Readable.from(pieces), bytes.length)).toEqual({
            text,
            cut: false,
          })
        },
      ),
    )
  })

  it('reads no further than its limit, and says so', async () => {
    let given = 0
    const endless = Readable.from(
      (function* pieces() {
        for (;;) {
          given += 4
          yield Buffer.from('abcd')
        }
      })(),
      { highWaterMark: 1 },
    )
    expect(await readCapped(endless, 10)).toEqual({ text: 'abcdabcdab', cut: true })
    expect(endless.destroyed).toBe(true)
    expect(given).toBeLessThan(100)
  })

  it('throws what the body throws', async () => {
    const broken = Readable.from(
      (async function* pieces() {
        yield Buffer.from('a')
        throw new Error('gone')
      })(),
    )
    await expect(readCapped(broken, 10)).rejects.toThrow('gone')
  })
})
