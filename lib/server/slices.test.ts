import { describe, expect, it } from 'vitest'
import { inSlices, resultInSlices } from './slices.ts'

/** Work whose every step takes a millisecond of a clock of its own. */
function steadyWork(steps: number, log: string[] = [], name = '') {
  let time = 0
  function* work(): Generator<number, string> {
    for (let step = 0; step < steps; step++) {
      time += 1
      log.push(`${name}${step}`)
      yield step
    }
    return 'done'
  }
  return { work: work(), now: () => time }
}

const never = new AbortController().signal

describe('inSlices', () => {
  it('gives what was made in each slice, and the value in the end', async () => {
    const { work, now } = steadyWork(7)
    const slices = inSlices(work, { signal: never, now })
    const made: unknown[] = []
    for (;;) {
      const { done, value } = await slices.next()
      made.push(value)
      if (done) break
    }
    expect(made).toEqual([[0, 1, 2], [3, 4, 5], [6], 'done'])
  })

  it('computes no further once the signal aborts', async () => {
    const stop = new AbortController()
    const log: string[] = []
    const { work, now } = steadyWork(100, log)
    for await (const slice of inSlices(work, { signal: stop.signal, now })) {
      expect(slice).toEqual([0, 1, 2])
      stop.abort()
    }
    expect(log).toHaveLength(3)
  })

  it('does not begin when the signal has aborted already', async () => {
    const { work, now } = steadyWork(3)
    expect(await resultInSlices(work, { signal: AbortSignal.abort(), now })).toBeUndefined()
    expect(work.next()).toMatchObject({ value: 0 })
  })

  it('takes turns between all that work, and lets the event loop in between any two slices', async () => {
    const log: string[] = []
    let rounds = 0
    let over = false
    const count = () => {
      rounds += 1
      if (!over) setImmediate(count)
    }
    const works = ['a', 'b', 'c'].map((name) => steadyWork(12, log, name))
    setImmediate(count)
    await Promise.all(works.map(({ work, now }) => resultInSlices(work, { signal: never, now })))
    over = true
    const turns = log.filter((_, index) => index % 3 === 0).map((entry) => entry.slice(0, 1))
    expect(turns.join('')).toBe('abc'.repeat(4))
    expect(rounds).toBeGreaterThanOrEqual(12)
  })

  it('passes on what the work throws', async () => {
    function* broken(): Generator<number, void> {
      yield 1
      throw new Error('broken')
    }
    await expect(resultInSlices(broken(), { signal: never })).rejects.toThrow('broken')
    const after = await resultInSlices(steadyWork(2).work, { signal: never })
    expect(after).toBe('done')
  })
})
