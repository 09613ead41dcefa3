import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { BitReader, BitWriter } from './bit-coder.ts'
import { deflate, inflate } from './deflate.ts'
import { dictionary2 } from './dictionary-2.ts'
import { NumberCoder } from './number-coder.ts'

const bytes = fc.uint8Array({ maxLength: 400 })
const dictionary = new TextEncoder().encode(dictionary2)

describe('numbers', () => {
  const number = fc.oneof(fc.nat(3), fc.nat(1000), fc.nat(2 ** 31 - 2))

  it('come back as they were written, several kinds in turn', () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const writer = new BitWriter()
        const kinds = [new NumberCoder(writer), new NumberCoder(writer)]
        numbers.forEach((one, at) => kinds[at % 2]?.code(one))
        const reader = new BitReader(writer.finish())
        const again = [new NumberCoder(reader), new NumberCoder(reader)]
        expect(numbers.map((_, at) => again[at % 2]?.code())).toEqual(numbers)
        expect(reader.isExhausted).toBe(false)
      }),
    )
  })

  it('take little room where they are alike', () => {
    const writer = new BitWriter()
    const coder = new NumberCoder(writer)
    for (let at = 0; at < 1000; at += 1) coder.code(at % 50 === 0 ? 1 : 0)
    expect(writer.finish().length).toBeLessThan(60)
  })

  it('are read from any bytes without end or error', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        const reader = new BitReader(any)
        const coder = new NumberCoder(reader)
        for (let at = 0; at < 500; at += 1) {
          const read = coder.code()
          expect(Number.isInteger(read) && read >= 0 && read < 2 ** 31).toBe(true)
        }
      }),
    )
  })
})

describe('bytes', () => {
  it('come back from base64url', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        expect(fromBase64Url(toBase64Url(any))).toEqual(any)
      }),
    )
    expect(toBase64Url(new Uint8Array(100_000)).length).toBe(133_334)
    expect(fromBase64Url('a+b')).toBeUndefined()
    expect(fromBase64Url('a')).toBeUndefined()
  })

  it('come back from DEFLATE, with a dictionary and without', () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (any, with2) => {
        const given = with2 ? dictionary : new Uint8Array()
        expect(inflate(deflate(any, given), given, 1000)).toEqual(any)
      }),
    )
  })

  it('of any kind are refused without an error', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        const read = inflate(any, dictionary, 10_000)
        expect(typeof read === 'string' || read.length <= 10_000).toBe(true)
      }),
    )
  })

  it('are not unpacked much beyond the limit', () => {
    expect(inflate(deflate(new Uint8Array(50_000_000), dictionary), dictionary, 1_000_000)).toBe(
      'large',
    )
    expect(inflate(new Uint8Array(), dictionary, 10)).toBe('damaged')
    const whole = deflate(new TextEncoder().encode('{"a":1}'.repeat(50)), dictionary)
    expect(inflate(whole.subarray(0, -3), dictionary, 1000)).toBe('damaged')
  })
})
