import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Checker, type Thread } from './client.ts'
import type { Question, Request, Response } from './messages.ts'

/** A worker that answers when the test says so. */
class FakeThread extends EventTarget implements Thread {
  asked: Request[] = []
  terminated = false
  postMessage(request: Request) {
    structuredClone(request)
    this.asked.push(request)
  }
  terminate() {
    this.terminated = true
  }
  begin() {
    const number = this.asked.at(-1)?.number ?? 0
    this.say({ number, kind: 'begun' })
    return number
  }
  answer() {
    this.say({ number: this.begin(), kind: 'faults', faults: [] })
  }
  say(data: Response) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  break() {
    const event = new Event('error', { cancelable: true })
    this.dispatchEvent(event)
    return event
  }
}

let threads: FakeThread[] = []
let checker: Checker

beforeEach(() => {
  vi.useFakeTimers()
  threads = []
  checker = new Checker(() => {
    const thread = new FakeThread()
    threads.push(thread)
    return thread
  })
})
afterEach(() => vi.useRealTimers())

const easy: Question = { schema: {}, value: 1, partial: false }
const catastrophic: Question = {
  schema: { pattern: '^(a+)+$' },
  value: `${'a'.repeat(40)}b`,
  partial: false,
}

describe('Checker', () => {
  it('starts no worker before the first question, and asks one after the other', async () => {
    expect(threads).toHaveLength(0)
    const first = checker.check(easy)
    const second = checker.check({ ...easy, value: 2 })
    expect(threads[0]?.asked).toHaveLength(1)
    threads[0]?.answer()
    expect(await first).toEqual({ ok: true, value: [] })
    threads[0]?.answer()
    expect(await second).toEqual({ ok: true, value: [] })
    expect(threads).toHaveLength(1)
    expect(threads[0]?.asked.map(({ value }) => value)).toEqual([1, 2])
  })

  it('ends a check that takes longer than a second, and asks the others anew', async () => {
    const slow = checker.check(catastrophic)
    const waiting = checker.check(easy)
    threads[0]?.begin()
    vi.advanceTimersByTime(999)
    expect(threads[0]?.terminated).toBe(false)
    vi.advanceTimersByTime(1)
    expect(threads[0]?.terminated).toBe(true)
    expect(await slow).toMatchObject({
      ok: false,
      error: { kind: 'timeout', message: expect.stringContaining('more than a second') },
    })
    expect(threads).toHaveLength(2)
    threads[1]?.answer()
    expect(await waiting).toEqual({ ok: true, value: [] })
  })

  it('does not count the time in which the worker is loaded', async () => {
    const asked = checker.check(easy)
    vi.advanceTimersByTime(5000)
    threads[0]?.answer()
    expect(await asked).toEqual({ ok: true, value: [] })
    const unloadable = checker.check(easy)
    vi.advanceTimersByTime(15_000)
    expect(await unloadable).toMatchObject({ ok: false, error: { kind: 'internal' } })
  })

  it('gives the words for a schema that cannot be used', async () => {
    const asked = checker.check(easy)
    threads[0]?.say({ number: 1, kind: 'unusable', message: 'The schema is odd.' })
    expect(await asked).toEqual({
      ok: false,
      error: { kind: 'invalid', message: 'The schema is odd.' },
    })
  })

  it('ends a withdrawn question at once, and keeps the limit of one that is under way', async () => {
    const control = new AbortController()
    const slow = checker.check(catastrophic, control.signal)
    const waiting = checker.check(easy, control.signal)
    const other = checker.check(easy)
    threads[0]?.begin()
    control.abort()
    expect(await slow).toMatchObject({ ok: false, error: { kind: 'stopped' } })
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'stopped' } })
    expect(await checker.check(easy, control.signal)).toMatchObject({ ok: false })
    vi.advanceTimersByTime(1000)
    expect(threads[1]?.asked).toHaveLength(1)
    threads[1]?.answer()
    expect(await other).toEqual({ ok: true, value: [] })
  })

  it('gives words when the worker breaks, keeps the console silent, and starts another', async () => {
    const first = checker.check(easy)
    const second = checker.check(easy)
    expect(threads[0]?.break().defaultPrevented).toBe(true)
    for (const asked of [first, second]) {
      expect(await asked).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('could not be loaded') },
      })
    }
    expect(threads[0]?.terminated).toBe(true)
    void checker.check(easy)
    expect(threads).toHaveLength(2)
    const none = new Checker(() => {
      throw new Error('no workers here')
    })
    expect(await none.check(easy)).toMatchObject({ ok: false, error: { kind: 'internal' } })
  })

  it('gives words for what cannot be copied to the worker, and goes on', async () => {
    const odd = checker.check({ ...easy, value: () => 1 })
    expect(await odd).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    const asked = checker.check(easy)
    threads[0]?.answer()
    expect(await asked).toMatchObject({ ok: true })
  })

  it('lets the worker go when nobody asks, not while somebody waits', async () => {
    const asked = checker.check(easy)
    threads[0]?.answer()
    await asked
    vi.advanceTimersByTime(59_000)
    expect(threads[0]?.terminated).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(threads[0]?.terminated).toBe(true)
  })
})
