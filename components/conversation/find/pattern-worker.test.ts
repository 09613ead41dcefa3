import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findMatches, type Query } from '#lib/request/find.ts'
import type { Question } from './find-question.ts'
import { PatternWorker, type Thread } from './pattern-worker.ts'

type Listener = (event: { data: unknown; preventDefault(): void }) => void

/** A thread that answers, but for the pattern `slow`, which it never comes to an end with. */
class FakeThread {
  listeners: [string, Listener, boolean][] = []
  terminated = 0
  readonly #fails: boolean

  constructor(fails = false) {
    this.#fails = fails
    queueMicrotask(() => this.#emit(this.#fails ? 'error' : 'message', 'ready'))
  }

  addEventListener(type: string, listener: Listener, options?: { once?: boolean }): void {
    this.listeners.push([type, listener, options?.once === true])
  }

  postMessage({ texts, query }: Question): void {
    if (query.text === 'slow') return
    queueMicrotask(() => this.#emit('message', { found: findMatches(texts, query) }))
  }

  terminate(): void {
    this.terminated += 1
  }

  #emit(type: string, data: unknown): void {
    const now = this.listeners.filter(([one]) => one === type)
    this.listeners = this.listeners.filter((one) => !now.includes(one) || !one[2])
    for (const [, listener] of now) listener({ data, preventDefault: () => {} })
  }
}

const pattern = (text: string): Query => ({ text, matchCase: true, isPattern: true })

describe('the worker for patterns', () => {
  let threads: FakeThread[] = []
  const start = (fails = false) =>
    new PatternWorker(() => {
      const thread = new FakeThread(fails)
      threads.push(thread)
      return thread as unknown as Thread
    })

  beforeEach(() => {
    threads = []
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  it('answers one question after the other in one thread', async () => {
    const worker = start()
    const one = await worker.find({ texts: ['a1'], query: pattern(String.raw`\d`) })
    expect(one).toEqual({ ok: true, value: [{ text: 0, start: 1, end: 2 }] })
    expect(await worker.find({ texts: ['a'], query: pattern('b') })).toEqual({
      ok: true,
      value: [],
    })
    expect(threads).toHaveLength(1)
  })

  it('ends a pattern that takes too long, and goes on with another thread', async () => {
    const worker = start()
    const slow = worker.find({ texts: ['a'], query: pattern('slow') })
    await vi.advanceTimersByTimeAsync(1000)
    expect(await slow).toEqual({
      ok: false,
      error: 'This pattern takes too long. Make it simpler.',
    })
    expect(threads[0]?.terminated).toBe(1)
    expect(await worker.find({ texts: ['a'], query: pattern('a') })).toMatchObject({ ok: true })
    expect(threads).toHaveLength(2)
  })

  it('answers a question with nothing where another takes its place', async () => {
    const worker = start()
    const first = worker.find({ texts: ['a'], query: pattern('slow') })
    await vi.advanceTimersByTimeAsync(10)
    const second = worker.find({ texts: ['a'], query: pattern('a') })
    expect(await first).toBeUndefined()
    expect(await second).toMatchObject({ ok: true })
    const third = worker.find({ texts: ['a'], query: pattern('slow') })
    await vi.advanceTimersByTimeAsync(10)
    worker.end()
    expect(await third).toBeUndefined()
  })

  it('says that it could not be loaded', async () => {
    const worker = start(true)
    const answer = await worker.find({ texts: ['a'], query: pattern('a') })
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('loaded') as string })
  })
})
