import { describe, expect, it } from 'vitest'
import { tokenKey } from './token-key.ts'

const bytes = (text: string) => [...new TextEncoder().encode(text)]

describe('tokenKey', () => {
  it('is the same with and without bytes', () => {
    expect(tokenKey({ token: ' café', bytes: bytes(' café') })).toBe(tokenKey({ token: ' café' }))
    expect(tokenKey({ token: ' café', bytes: Uint8Array.from(bytes(' café')) })).toBe(
      tokenKey({ token: ' café' }),
    )
  })

  it('tells parts of characters apart that look alike as text', () => {
    const [first, second] = [
      [240, 159],
      [152, 128],
    ].map((part) => tokenKey({ token: '\uFFFD', bytes: part }))
    expect(first).not.toBe(second)
    expect(first).not.toBe(tokenKey({ token: '\uFFFD' }))
  })

  it('never takes a text for bytes', () => {
    expect(tokenKey({ token: 'b240,159' })).not.toBe(tokenKey({ token: 'x', bytes: [240, 159] }))
  })
})
