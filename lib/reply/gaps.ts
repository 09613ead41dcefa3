import type { Choice } from './reply.ts'
import type { TokenStore } from './token-store.ts'

/** The pauses between the chunks of one choice that carried any of its text, in milliseconds. */
export interface Gaps {
  /** In order: the first is the one between the first chunk and the second. */
  all: Float64Array
  median: number
  /** 95 of 100 gaps are at most this long (nearest rank). */
  p95: number
  longest: {
    ms: number
    /** The 1-based chunk that it was before. */
    chunk: number
    /** The 0-based token of the content that it was before, where that chunk had one. */
    token: number | undefined
  }
}

/**
 * The gaps of a choice; nothing where fewer than two chunks came, since what arrives in one piece
 * says nothing about its tokens' times. Tokens of one chunk share a time, so no gap is told between
 * them. Times are those at which Nucleus had the chunks.
 */
export function gapsOf({ arrivals, tokens }: Choice): Gaps | undefined {
  const count = arrivals.length - 1
  if (count < 1) return undefined
  const all = Float64Array.from({ length: count }, (_, at) => arrivals.at(at + 1) - arrivals.at(at))
  const sorted = all.toSorted()
  const ms = quantile(sorted, 1)
  const before = all.indexOf(ms) + 1
  return {
    all,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    longest: { ms, chunk: before + 1, token: tokenAt(tokens, arrivals.at(before)) },
  }
}

/** The largest gap of each of at most `most` stretches of about the same number of gaps. */
export function highestOf(gaps: Float64Array, most: number): Float64Array {
  const bars = Math.min(most, gaps.length)
  return Float64Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * gaps.length) / bars)
    const to = Math.floor(((bar + 1) * gaps.length) / bars)
    return gaps.subarray(from, to).reduce((high, gap) => Math.max(high, gap), 0)
  })
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** The first token that came at a time; times never go back. */
function tokenAt(tokens: TokenStore, time: number): number | undefined {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.arrival(middle) < time) low = middle + 1
    else high = middle
  }
  return tokens.arrival(low) === time ? low : undefined
}
