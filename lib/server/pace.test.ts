import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atPace, paceHeader, readPace } from './pace.ts'

type Item = readonly (readonly [number, number])[]

/** A clock that moves only by waiting. */
function standingClock() {
  let time = 0
  const now = () => time
  const wait = (ms: number, signal: AbortSignal) => {
    if (!signal.aborted) time += ms
    return Promise.resolve(!signal.aborted)
  }
  return { now, wait }
}

async function* batchesOf(...batches: Item[][]) {
  yield* batches
}

/** When each item was handed on, in milliseconds. */
async function timesOf(pace: number | undefined, ...batches: Item[][]): Promise<number[]> {
  const clock = standingClock()
  const pacing = { ...clock, signal: new AbortController().signal }
  const times: number[] = []
  for await (const items of atPace(batchesOf(...batches), pace, (item) => item, pacing)) {
    for (const _ of items) times.push(clock.now())
  }
  return times
}

const one: Item = [[0, 1]]
const none: Item = [[0, 0]]

describe('atPace', () => {
  it('hands on one token each 1/pace seconds, the first at once', async () => {
    expect(await timesOf(5, [one, one, one], [one])).toEqual([0, 200, 400, 600])
    expect(await timesOf(0.5, [one, one])).toEqual([0, 2000])
  })

  it('keeps nothing back that brings no token', async () => {
    expect(await timesOf(5, [none, one, none, one, [], none])).toEqual([0, 0, 0, 200, 200, 200])
  })

  it('lets choices run side by side, and counts several tokens of one item', async () => {
    const other: Item = [[1, 1]]
    expect(await timesOf(10, [one, other, one, other])).toEqual([0, 0, 100, 100])
    expect(await timesOf(10, [[[0, 3]], one])).toEqual([0, 300])
  })

  it('passes batches as they are without a pace', async () => {
    expect(await timesOf(undefined, [one, one], [one])).toEqual([0, 0, 0])
  })

  it('ends while it waits as soon as the signal aborts', async () => {
    const stop = new AbortController()
    const got: Item[] = []
    const endless = batchesOf([one, one, one])
    // With the usual clock: the wait of 1000 s must end by the signal.
    for await (const items of atPace(endless, 0.001, (item) => item, { signal: stop.signal })) {
      got.push(...items)
      queueMicrotask(() => stop.abort())
    }
    expect(got).toEqual([one])
  })

  it('never runs ahead of the pace', async () => {
    const items = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        async (counts, pace) => {
          const times = await timesOf(
            pace,
            counts.map((tokens): Item => [[0, tokens]]),
          )
          let before = 0
          counts.forEach((tokens, index) => {
            const due = tokens > 0 ? (before * 1000) / pace : 0
            expect(times[index]).toBeGreaterThanOrEqual(due - 1e-6)
            before += tokens
          })
        },
      ),
    )
  })
})

describe('the pace header', () => {
  const read = (value?: string) =>
    readPace(new Headers(value === undefined ? {} : { [paceHeader]: value }))

  it.each(['0.1', '5', '12.5', '1000', ' 7 '])('takes %s', (value) => {
    expect(read(value)).toEqual({ ok: true, value: Number(value) })
  })

  it.each(['0', '0.09', '1000.1', '-5', 'fast', '', '1e2', 'NaN', '5, 5', '0x10'])(
    'refuses “%s” by name',
    (value) => {
      expect(read(value)).toMatchObject({
        ok: false,
        error: { status: 400, param: paceHeader, code: 'invalid_value' },
      })
    },
  )

  it('may be absent', () => {
    expect(read()).toEqual({ ok: true, value: undefined })
  })
})
