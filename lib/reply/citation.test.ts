import { describe, expect, it } from 'vitest'
import { citationOf } from './citation.ts'

const cited = (url: unknown, title?: unknown) =>
  citationOf({ type: 'url_citation', url_citation: { url, title } })

describe('citationOf', () => {
  it('gives the address and the title, or the address for it', () => {
    expect(cited('https://example.com/a', 'A')).toEqual({
      url: 'https://example.com/a',
      title: 'A',
    })
    expect(cited('http://example.com')?.title).toBe('http://example.com')
  })

  it('follows no address of another kind, and reads no other annotation', () => {
    for (const url of ['javascript:alert(1)', ' javascript:x', 'data:text/html,x', '//a', 1, null])
      expect(cited(url)).toBeUndefined()
    for (const other of [null, 'x', [], {}, { type: 'file_citation' }])
      expect(citationOf(other)).toBeUndefined()
  })
})
