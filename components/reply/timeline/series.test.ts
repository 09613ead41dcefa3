import { describe, expect, it, vi } from 'vitest'
import { TokenStore } from '#lib/reply/token-store.ts'
import { ReplySeries, seriesOf } from './series.ts'

function grow(tokens: TokenStore, count: number): void {
  for (let index = 0; index < count; index += 1)
    tokens.append({ token: `w${tokens.length}`, logprob: -1, alternatives: [] })
}
const half = Math.log(0.5)

describe('ReplySeries', () => {
  it('reads a long reply in slices, one a frame, and tells after each', () => {
    const frames: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
    const tokens = new TokenStore()
    grow(tokens, 5000)
    const series = new ReplySeries(tokens)
    const read: number[] = []
    series.subscribe(() => {
      read.push(series.length)
      // Whoever renders asks again, which must not read the next slice in the same frame.
      series.grow()
    })
    series.grow()
    expect(read).toHaveLength(1)
    while (frames.length > 0) frames.shift()?.()
    expect(read).toHaveLength(3)
    expect(read.at(-1)).toBe(5000)
    grow(tokens, 10)
    series.grow()
    expect(series.length).toBe(5010)
    expect(frames).toEqual([])
  })

  it('knows the first highest surprisal and leaves unknown tokens out', () => {
    const tokens = new TokenStore()
    for (const logprob of [half, -9999, -3, null, -3])
      tokens.append({ token: 'a', logprob, alternatives: [] })
    const series = seriesOf(tokens)
    series.grow()
    expect(series.peak).toEqual({ token: 2, bits: 3 / Math.LN2 })
    expect(series.logprobs.least(0, 2)).toBe(half)
    expect(series.figures.unknownIn(0, 4)).toBe(2)
    expect(seriesOf(tokens)).toBe(series)
  })

  it('bounds the entropy where a list came, and says nothing where none did', () => {
    const tokens = new TokenStore()
    const whole = [
      { token: 'a', logprob: half },
      { token: 'b', logprob: half },
    ]
    tokens.append({ token: 'a', logprob: half, alternatives: whole })
    tokens.append({ token: 'a', logprob: half, alternatives: [] })
    tokens.append({
      token: 'a',
      logprob: Math.log(0.9),
      alternatives: [{ token: 'a', logprob: Math.log(0.9) }],
    })
    const series = seriesOf(tokens)
    series.grow()
    expect(series.entropyAt(0)).toEqual({ lower: 1, upper: 1 })
    expect(series.entropyAt(1)).toBeUndefined()
    expect(series.entropyAt(2)?.upper).toBeGreaterThan(series.entropyAt(2)?.lower ?? Infinity)
    expect(series.entropyIn(0, 3)).toEqual({ lower: series.entropyAt(2)?.lower, upper: 1 })
    expect(series.entropyIn(1, 2)).toBeUndefined()
  })
})
