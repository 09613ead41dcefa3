import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressNotes, drawableSize, readDataUrl, typeName } from './data-url.ts'
import { sizeOfImage } from './image-size.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part,
    ),
  )
const pngOf = (width: number, height: number) =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', be32(width), be32(height), [8, 6, 0, 0, 0])
const be32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
const urlOf = (type: string, data: Uint8Array) =>
  `data:${type};base64,${btoa(String.fromCharCode(...data))}`

const jpeg = bytes(
  [0xff, 0xd8, 0xff, 0xe1, 0, 8],
  'Exif\0\0',
  [0xff, 0xc4, 0, 4, 0, 0],
  [0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04, 3],
)
const gif = bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00])
const lossy = bytes(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8 ',
  [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a],
  [0x20, 0x43, 0x10, 0x80],
)
const lossless = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x1f, 0xc0, 0x03, 0])
const extended = bytes(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8X',
  [10, 0, 0, 0, 0, 0, 0, 0],
  [0xff, 0x07, 0, 0xff, 0x03, 1],
)

describe('sizeOfImage', () => {
  it.each([
    ['PNG', pngOf(900, 600), 900, 600],
    ['GIF', gif, 320, 240],
    ['JPEG behind other segments', jpeg, 0x0304, 0x0102],
    ['lossy WebP', lossy, 0x320, 0x10],
    ['lossless WebP', lossless, 32, 16],
    ['extended WebP', extended, 2048, 0x10400],
  ])('reads the size of a %s', (_, data, width, height) => {
    expect(sizeOfImage(data)).toEqual({ width, height })
    for (let end = 0; end < 10; end += 1) expect(sizeOfImage(data.subarray(0, end))).toBeUndefined()
  })

  it('says nothing of other files, and throws at none', () => {
    expect(sizeOfImage(bytes('<svg width="9"/>'))).toBeUndefined()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (data) => void sizeOfImage(data)))
    const starts = fc.constantFrom('\x89PNG', 'GIF8', '\xff\xd8', 'RIFF0000WEBPVP8X')
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 64 }), (start, data) => {
        sizeOfImage(bytes(start, [...data]))
      }),
    )
  })
})

describe('drawableSize', () => {
  it('is that of an image that a message carries in itself', () => {
    expect(drawableSize(urlOf('image/png', pngOf(900, 600)))).toEqual({ width: 900, height: 600 })
    expect(drawableSize(urlOf('IMAGE/PNG', pngOf(2, 2)))).toBeDefined()
    expect(drawableSize(urlOf('image/jpeg', jpeg))).toBeDefined()
  })

  it.each([
    'https://example.org/a.png',
    '//example.org/a.png',
    'javascript:alert(1)',
    'blob:https://example.org/1',
    urlOf('image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    urlOf('image/svg+xml', pngOf(2, 2)),
    urlOf('text/html', pngOf(2, 2)),
    urlOf('image/png', bytes('<svg/>')),
    urlOf('image/png', pngOf(60_000, 60_000)),
    'data:image/png,%89PNG',
    'data:image/png;base64,****',
    'data:image/png;base64',
    ' data:image/png;base64,iVBORw0KGgo=',
  ])('is none for %s', (url) => expect(drawableSize(url)).toBeUndefined())
})

describe('readDataUrl', () => {
  it('takes a data URL apart', () => {
    expect(readDataUrl('data:Image/PNG;name=a;Base64,AA,BB')).toEqual({
      type: 'image/png',
      isBase64: true,
      data: 'AA,BB',
    })
    expect(readDataUrl('data:,x')).toEqual({ type: '', isBase64: false, data: 'x' })
    expect(readDataUrl('https://a,b')).toBeUndefined()
  })
})

describe('addressNotes', () => {
  it.each([
    ['https://example.org/a.png', 'example.org', 0],
    ['https://example.org:8443/a?b', 'example.org:8443', 0],
    ['http://example.org/a.png', 'example.org', 1],
    ['http://10.0.0.2/a.png', '10.0.0.2', 2],
    ['https://localhost/a.png', 'localhost', 1],
    ['https://[::1]/a.png', '[::1]', 1],
    ['https://printer.local/a.png', 'printer.local', 1],
    ['gs://bucket/a.png', 'bucket', 1],
    ['javascript:alert(1)', undefined, 0],
    ['', undefined, 0],
    ['data:image/png;base64,AA==', undefined, 0],
    ['data:image/svg+xml;base64,AA==', undefined, 1],
    ['data:image/svg+xml,%3Csvg/%3E', undefined, 1],
  ])('of %s', (url, host, count) => {
    const found = addressNotes(url)
    expect(found.host).toBe(host)
    expect(found.notes).toHaveLength(count)
  })
})

it('names types in a few letters where they have such a name', () => {
  expect(['image/png', 'audio/x-wav', 'application/pdf', 'text/plain', ''].map(typeName)).toEqual([
    'PNG',
    'WAV',
    'PDF',
    'text/plain',
    'data',
  ])
})
