import { describe, expect, it, vi } from 'vitest'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { eventStreamResponse } from './event-stream.ts'

/** Events without end, and how many of them have been taken. */
function endless() {
  const taken = { count: 0 }
  async function* source(): AsyncGenerator<RunEvent> {
    for (;;) yield { type: 'chunk', data: '{}', at: (taken.count += 1) }
  }
  return { taken, events: source() }
}

/** Lets everything that is ready to run do so. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('eventStreamResponse', () => {
  it('takes one event ahead of its reader and no more', async () => {
    const { taken, events } = endless()
    const { body } = eventStreamResponse(events, {
      leave: vi.fn<() => void>(),
      done: vi.fn<() => void>(),
    })
    const reader = body?.getReader()
    await settled()
    expect(taken.count).toBe(1)
    for (let read = 1; read <= 5; read += 1) {
      expect((await reader?.read())?.done).toBe(false)
      await settled()
      expect(taken.count).toBe(read + 1)
    }
  })

  it('leaves and is done, once each, when the reader goes away', async () => {
    const [leave, done] = [vi.fn<() => void>(), vi.fn<() => void>()]
    await eventStreamResponse(endless().events, { leave, done }).body?.cancel()
    expect(leave).toHaveBeenCalledOnce()
    expect(done).toHaveBeenCalledOnce()
  })

  it('is done, without leaving, at the end of the events', async () => {
    const [leave, done] = [vi.fn<() => void>(), vi.fn<() => void>()]
    async function* source(): AsyncGenerator<RunEvent> {
      yield { type: 'end', at: 3 }
    }
    const response = eventStreamResponse(source(), { leave, done })
    expect(await response.text()).toBe('event: end\ndata: {"type":"end","at":3}\n\n')
    expect(done).toHaveBeenCalledOnce()
    expect(leave).not.toHaveBeenCalled()
  })
})
