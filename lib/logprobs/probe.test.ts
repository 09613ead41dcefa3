import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeProbe, type Listed } from './probe.ts'

/** Uniform in [0, 1), repeatable (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Logprobs of logits at a temperature: log softmax of them divided by it. */
function logprobsOf(logits: readonly number[], temperature: number): number[] {
  const scaled = logits.map((logit) => logit / temperature)
  const highest = Math.max(...scaled)
  const total = scaled.reduce((sum, one) => sum + Math.exp(one - highest), 0)
  return scaled.map((one) => one - highest - Math.log(total))
}

interface Case {
  logits: number[]
  top: number
  /** Most that a logit differs between two calls. */
  noise: number
  /** Decimals that the provider writes. */
  decimals: number
  seed: number
}

/** The list of one call, as a provider that scales by `temperature` gives it. */
function listOf({ logits, top, noise, decimals, seed }: Case, temperature: number, call: number) {
  const random = randomOf(seed + call)
  const noisy = logits.map((logit) => logit + noise * (2 * random() - 1))
  const rounded = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
  return logprobsOf(noisy, temperature)
    .map((logprob, token): Listed => ({ token: `t${token}`, logprob: rounded(logprob) }))
    .toSorted((a, b) => (b.logprob ?? 0) - (a.logprob ?? 0))
    .slice(0, top)
}

const shapes = fc.record({
  /** Flat to peaked: the spread of the logits. */
  spread: fc.double({ min: 0.5, max: 8, noNaN: true }),
  size: fc.integer({ min: 50, max: 400 }),
  top: fc.integer({ min: 2, max: 20 }),
  noise: fc.double({ min: 0, max: 0.04, noNaN: true }),
  decimals: fc.integer({ min: 2, max: 8 }),
  seed: fc.nat(1_000_000),
})

const cases = shapes.map(({ spread, size, seed, ...rest }): Case => {
  const random = randomOf(seed + 77)
  const logits = Array.from({ length: size }, () => -spread * Math.log(1 - random()))
  return { logits, seed, ...rest }
})

/** The gap between the likeliest and the least likely of the tokens that both lists name, in nats. */
function widest(list: readonly Listed[], other: readonly Listed[]): number {
  // Noise can put another of two near ties into a short list.
  const shared = list.filter(({ token }) => other.some((one) => one.token === token))
  return (shared[0]?.logprob ?? 0) - (shared.at(-1)?.logprob ?? 0)
}

describe('judgeProbe', () => {
  it('finds raw for equal distributions, through noise and rounding', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const [first, second] = [listOf(one, 1, 1), listOf(one, 1, 2)]
        const expected = widest(first, second) > 0.8 ? ['raw'] : ['raw', 'inconclusive']
        expect(expected).toContain(judgeProbe(first, second).basis)
      }),
      { numRuns: 400 },
    )
  })

  it('finds scaled for gaps ten times as large, through noise and rounding', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const [first, second] = [listOf(one, 1, 1), listOf(one, 0.1, 2)]
        const expected = widest(first, second) > 0.8 ? ['scaled'] : ['scaled', 'inconclusive']
        expect(expected).toContain(judgeProbe(first, second).basis)
      }),
      { numRuns: 400 },
    )
  })

  it('takes neither for the other, up to the noise that it reckons with', () => {
    const loud = cases.map((one) => ({ ...one, noise: 0.05 }))
    fc.assert(
      fc.property(loud, (one) => {
        expect(judgeProbe(listOf(one, 1, 1), listOf(one, 1, 2)).basis).not.toBe('scaled')
        expect(judgeProbe(listOf(one, 1, 1), listOf(one, 0.1, 2)).basis).not.toBe('raw')
      }),
      { numRuns: 400 },
    )
  })

  it('calls a temperature that was raised to a least one neither', () => {
    const list = (temperature: number): Listed[] =>
      logprobsOf([9, 7, 5, 3], temperature).map((logprob, at) => ({ token: `t${at}`, logprob }))
    const { basis, reason } = judgeProbe(list(1), list(0.5))
    expect(basis).toBe('inconclusive')
    expect(reason).toContain('2.0 times as far apart')
  })

  it.each([
    ['nothing', [], 'The call at temperature 0.1 gave no log probabilities.'],
    [
      'one token',
      [{ token: 'a', logprob: 0 }],
      'The call at temperature 0.1 gave fewer than two log probabilities.',
    ],
    [
      'a list that a filter emptied',
      [
        { token: 'a', logprob: 0 },
        { token: 'b', logprob: -9999 },
        { token: 'c', logprob: null },
      ],
      'The call at temperature 0.1 gave fewer than two log probabilities.',
    ],
    [
      'other tokens',
      [
        { token: 'x', logprob: -1 },
        { token: 'y', logprob: -2 },
      ],
      'The two calls list different tokens.',
    ],
  ])('cannot tell from %s', (_, list, reason) => {
    const plain = [
      { token: 'a', logprob: -0.1 },
      { token: 'b', logprob: -3 },
    ]
    expect(judgeProbe(plain, list)).toEqual({ basis: 'inconclusive', reason })
  })

  it('cannot tell from tokens that are equally likely', () => {
    const even = ['a', 'b', 'c'].map((token) => ({ token, logprob: -1.1 }))
    expect(judgeProbe(even, even).reason).toContain('equally likely')
  })

  it('knows tokens by their bytes', () => {
    const list = (first: number): Listed[] => [
      { token: '\ufffd', bytes: [0xe2], logprob: first },
      { token: '\ufffd', bytes: [0xf0], logprob: -4 },
    ]
    expect(judgeProbe(list(-0.02), list(-0.02).toReversed()).basis).toBe('raw')
  })
})
