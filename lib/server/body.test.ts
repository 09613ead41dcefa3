import { describe, expect, it } from 'vitest'
import { readBodyCapped } from './body.ts'

function post(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  return new Request('http://127.0.0.1:3000/api/chat', {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })
}

describe('readBodyCapped', () => {
  it('gives the text of a body, up to and including the limit', async () => {
    expect(await readBodyCapped(post('žluť'), 6)).toEqual({ ok: true, value: 'žluť' })
    expect(await readBodyCapped(post(''), 0)).toEqual({ ok: true, value: '' })
    expect(await readBodyCapped(post(null), 0)).toEqual({ ok: true, value: '' })
  })

  it('counts bytes, not characters', async () => {
    expect(await readBodyCapped(post('žluť'), 5)).toMatchObject({
      ok: false,
      error: { status: 413 },
    })
  })

  it('joins characters that were cut between two pieces', async () => {
    const bytes = new TextEncoder().encode('a😀b')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    expect(await readBodyCapped(post(body), 100)).toEqual({ ok: true, value: 'a😀b' })
  })

  it('refuses by the announced length without reading', async () => {
    let read = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read += 1
          controller.enqueue(new Uint8Array(10))
        },
      },
      { highWaterMark: 0 },
    )
    const refused = await readBodyCapped(post(body, { 'content-length': '5000' }), 4999)
    expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid', status: 413 } })
    expect(read).toBe(0)
  })

  it('stops an endless body soon after the limit and tells its sender', async () => {
    let sent = 0
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1000
        controller.enqueue(new Uint8Array(1000))
      },
      cancel() {
        cancelled = true
      },
    })
    expect(await readBodyCapped(post(body), 10_000)).toMatchObject({ ok: false })
    expect(sent).toBeLessThan(20_000)
    expect(cancelled).toBe(true)
  })

  it('does not believe an announced length that is too small', async () => {
    const refused = await readBodyCapped(post('123456', { 'content-length': '1' }), 5)
    expect(refused).toMatchObject({ ok: false, error: { status: 413 } })
  })

  it('refuses what is not UTF-8', async () => {
    const refused = await readBodyCapped(post(Uint8Array.of(0x7b, 0xff, 0x7d)), 100)
    expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid', status: 400 } })
  })

  it('says so when the body breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('socket hang up'))
      },
    })
    expect(await readBodyCapped(post(body), 100)).toMatchObject({ error: { kind: 'interrupted' } })
  })
})
