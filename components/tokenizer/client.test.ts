import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mostAsked, Tokenizer, type Thread } from './client.ts'
import type { Request } from './messages.ts'

/** A worker that answers when the test says so. */
class FakeThread extends EventTarget implements Thread {
  asked: Request[] = []
  terminated = false
  postMessage(request: Request) {
    this.asked.push(request)
  }
  terminate() {
    this.terminated = true
  }
  answer(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  break() {
    const event = new Event('error', { cancelable: true })
    this.dispatchEvent(event)
    return event
  }
}

let threads: FakeThread[] = []
let tokenizer: Tokenizer

beforeEach(() => {
  vi.useFakeTimers()
  threads = []
  tokenizer = new Tokenizer(() => {
    const thread = new FakeThread()
    threads.push(thread)
    return thread
  })
})
afterEach(() => vi.useRealTimers())

describe('Tokenizer', () => {
  it('starts no worker before the first question, and one for all', async () => {
    expect(threads).toHaveLength(0)
    const ids = tokenizer.idsOf('o200k_base', 'a')
    const text = tokenizer.textOf('o200k_base', [64])
    expect(threads).toHaveLength(1)
    // Answers are told apart by number, not by order.
    threads[0]?.answer({ number: 2, ok: true, value: 'a' })
    threads[0]?.answer({ number: 1, ok: true, value: [64] })
    expect(await ids).toEqual({ ok: true, value: [64] })
    expect(await text).toEqual({ ok: true, value: 'a' })
  })

  it('ends a withdrawn question at once and ignores its answer', async () => {
    const control = new AbortController()
    const asked = tokenizer.idsOf('o200k_base', 'a', control.signal)
    control.abort()
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'stopped' } })
    threads[0]?.answer({ number: 1, ok: true, value: [64] })
    expect(await tokenizer.idsOf('o200k_base', 'a', control.signal)).toMatchObject({ ok: false })
    expect(threads[0]?.asked).toHaveLength(1)
  })

  it('does not send what is too long', async () => {
    const asked = await tokenizer.idsOf('o200k_base', 'a'.repeat(mostAsked + 1))
    expect(asked).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(threads).toHaveLength(0)
  })

  it('gives words when the worker breaks, keeps the console silent, and starts another', async () => {
    const first = tokenizer.variantsOf('o200k_base', { token: 'a' })
    const second = tokenizer.idOf('o200k_base', { token: 'a' })
    expect(threads[0]?.break().defaultPrevented).toBe(true)
    for (const asked of [first, second]) {
      expect(await asked).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('could not be loaded') },
      })
    }
    expect(threads[0]?.terminated).toBe(true)
    void tokenizer.idsOf('o200k_base', 'a')
    expect(threads).toHaveLength(2)
  })

  it('gives words when an encoding cannot be loaded, or no worker started', async () => {
    const asked = tokenizer.idsOf('o200k_base', 'a')
    threads[0]?.answer({ number: 1, ok: false, message: 'ChunkLoadError' })
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'internal' } })
    const none = new Tokenizer(() => {
      throw new Error('no workers here')
    })
    expect(await none.idsOf('o200k_base', 'a')).toMatchObject({ ok: false })
  })

  it('lets the worker go when nobody asks, not while somebody waits', async () => {
    const asked = tokenizer.idsOf('o200k_base', 'a')
    vi.advanceTimersByTime(600_000)
    expect(threads[0]?.terminated).toBe(false)
    threads[0]?.answer({ number: 1, ok: true, value: [64] })
    await asked
    vi.advanceTimersByTime(600_000)
    expect(threads[0]?.terminated).toBe(true)
  })

  it('sends of a token only what can be copied', () => {
    const token = { token: 'a', bytes: [97], logprob: -1, alternatives: [() => 1] }
    void tokenizer.idOf('o200k_base', token)
    expect(threads[0]?.asked[0]?.about).toEqual({ token: 'a', bytes: [97] })
  })
})
