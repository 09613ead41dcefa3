import { describe, expect, it } from 'vitest'
import { createLimiter, type Limiter } from './limits.ts'

function entered(limiter: Limiter, key: string): () => void {
  const place = limiter.enter(key)
  if (!place.ok) throw new Error(place.error.message)
  return place.value
}

describe('a limiter', () => {
  it('admits as many as a key may have, and others beside it', () => {
    const limiter = createLimiter({ perKey: 2, total: 3 })
    entered(limiter, 'a')
    entered(limiter, 'a')
    expect(limiter.enter('a')).toMatchObject({ ok: false, error: { status: 429 } })
    entered(limiter, 'b')
    expect(limiter.enter('c')).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  })

  it('gives a place to the next one when it is left', () => {
    const limiter = createLimiter({ perKey: 1, total: 1 })
    const leave = entered(limiter, 'a')
    expect(limiter.enter('b').ok).toBe(false)
    leave()
    expect(limiter.enter('b').ok).toBe(true)
  })

  it('gives a place back once, however often it is left', () => {
    const limiter = createLimiter({ perKey: 5, total: 2 })
    const leave = entered(limiter, 'a')
    entered(limiter, 'a')
    leave()
    leave()
    leave()
    entered(limiter, 'a')
    expect(limiter.enter('a').ok).toBe(false)
  })

  it('counts a refused entry for nothing', () => {
    const limiter = createLimiter({ perKey: 1, total: 9 })
    const leave = entered(limiter, 'a')
    limiter.enter('a')
    limiter.enter('a')
    leave()
    expect(limiter.enter('a').ok).toBe(true)
  })
})
