import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from '#lib/json/index.ts'
import {
  modelOf,
  partsIn,
  withoutPartAt,
  withPartAt,
  withPartMoved,
  withValueAt,
  type PartPath,
} from './parts.ts'

const said = { type: 'text', text: 'What is this?' }
const image = { type: 'image_url', image_url: { url: 'https://a.example/b.png', detail: 'low' } }
const strange = { type: 'video', video: { url: 'x', frames: [1, 2] }, cache_control: { a: null } }
const written = JSON.stringify([said, image, strange])
const commented = `[
  // the question
  {"type": "text", "text": "What is this?"},
  {"type": "image_url", "image_url": {"url": "https://a.example/b.png", "detail": "low"}}
]`

describe('modelOf', () => {
  it('knows text, images, files and sounds', () => {
    expect(modelOf(said)).toEqual({ kind: 'text', text: 'What is this?' })
    expect(modelOf(image)).toEqual({
      kind: 'image',
      url: 'https://a.example/b.png',
      detail: 'low',
    })
    expect(modelOf({ type: 'file', file: { file_id: 'file-1' } })).toMatchObject({
      kind: 'file',
      id: 'file-1',
      data: undefined,
    })
    expect(modelOf({ type: 'input_audio', input_audio: { data: 'AA==', format: 'wav' } })).toEqual({
      kind: 'audio',
      data: 'AA==',
      format: 'wav',
    })
  })

  it.each([
    [strange, 'video'],
    [{ type: 'image_url', image_url: 'https://a.example/b.png' }, 'image_url'],
    [{ type: 'image_url', image_url: { url: 7 } }, 'image_url'],
    [{ type: 'text', text: null }, 'text'],
    [{ type: 'file', file: { file_data: 3 } }, 'file'],
    [{ type: 'constructor' }, 'constructor'],
    ['text', 'part'],
    [null, 'part'],
  ])('leaves %j as it is', (part, type) => {
    expect(modelOf(part)).toEqual({ kind: 'other', type })
  })
})

describe('an edit of parts', () => {
  it('changes one value, and takes one away', () => {
    const changed = withValueAt(written, [1, 'image_url', 'detail'], 'high')
    expect(partsIn(changed)?.[1]).toEqual({
      ...image,
      image_url: { url: image.image_url.url, detail: 'high' },
    })
    const absent = withValueAt(changed, [1, 'image_url', 'detail'], undefined)
    expect(partsIn(absent)?.[1]).toEqual({
      type: 'image_url',
      image_url: { url: image.image_url.url },
    })
  })

  it('leaves the parts that it does not name as they are, in their order of keys', () => {
    const edits = [
      withValueAt(written, [0, 'text'], 'Other'),
      withPartAt(written, 0, said),
      withoutPartAt(written, 0),
      withPartMoved(written, 2, 0),
    ]
    for (const edit of edits) {
      expect(JSON.stringify(partsIn(edit))).toContain(JSON.stringify(strange))
    }
  })

  it('keeps the comments of a text that has some', () => {
    for (const edit of [
      withValueAt(commented, [0, 'text'], 'Other'),
      withPartAt(commented, 2, strange),
      withoutPartAt(commented, 1),
      withValueAt(commented, [1, 'image_url', 'detail'], undefined),
    ]) {
      expect(edit).toContain('// the question')
      expect(parseTolerantJson(edit).problems).toEqual([])
    }
  })

  it('does the same to both kinds of text', () => {
    const plain = JSON.stringify(partsIn(commented))
    const both = (edit: (text: string) => string) =>
      expect(partsIn(edit(commented))).toEqual(partsIn(edit(plain)))
    both((text) => withValueAt(text, [1, 'image_url', 'url'], 'https://c.example'))
    both((text) => withValueAt(text, [1, 'image_url', 'detail'], undefined))
    both((text) => withPartAt(text, 1, strange))
    both((text) => withPartMoved(text, 0, 1))
    both((text) => withoutPartAt(text, 0))
  })

  it('does nothing to what cannot be read', () => {
    for (const broken of ['[{', '{"a": 1}', '', '[1, 1e999]']) {
      expect(withValueAt(broken, [0, 'text'], 'x')).toBe(broken)
      expect(withPartAt(broken, 0, said)).toBe(broken)
      expect(withPartMoved(broken, 0, 1)).toBe(broken)
    }
  })

  it('gives what a list would give, whatever the parts are, also when they are long', () => {
    const part = fc.record({
      type: fc.constantFrom('text', 'video'),
      text: fc.oneof(fc.string(), fc.constant('x'.repeat(30_000))),
      more: fc.jsonValue(),
    })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const [from, to] = [a % parts.length, b % parts.length]
          const clean = JSON.parse(JSON.stringify(parts)) as unknown[]
          const given = JSON.stringify(clean)
          if (partsIn(given) === undefined) return
          const moved = clean.toSpliced(from, 1).toSpliced(to, 0, clean[from])
          expect(partsIn(withPartMoved(given, from, to))).toEqual(moved)
          expect(partsIn(withoutPartAt(given, from))).toEqual(clean.toSpliced(from, 1))
          const path: PartPath = [from, 'text']
          const changed = clean.with(from, { ...(clean[from] as object), text: 'new' })
          expect(partsIn(withValueAt(given, path, 'new'))).toEqual(changed)
        },
      ),
    )
  })
})
