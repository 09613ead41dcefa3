import { isUnknown } from './scale.ts'

/** Tokens in order with their logprobs in nats. */
interface Logprobs {
  readonly length: number
  logprob(index: number): number
}

/** A peak is less likely than this: one in four, which is a surprisal of 2 bits. */
export const peakBelow = 0.25

/**
 * Whether a 0-based token is a peak of surprisal: less likely than `peakBelow`, than the token
 * before it, and no likelier than the one after it, so that of equal neighbours the first counts.
 * A neighbour that is unknown or missing counts as certain.
 */
export function isPeak(tokens: Logprobs, index: number): boolean {
  const own = tokens.logprob(index)
  if (isUnknown(own) || own >= Math.log(peakBelow)) return false
  return own < knownOr0(tokens, index - 1) && own <= knownOr0(tokens, index + 1)
}

/** The peaks of surprisal among tokens from `from` up to `to`, 0-based, in order. */
export function peaksOf(tokens: Logprobs, from = 0, to = tokens.length): number[] {
  const found: number[] = []
  for (let index = from; index < to; index += 1) if (isPeak(tokens, index)) found.push(index)
  return found
}

/**
 * The nearest peak or fork after a 0-based token (or before it, for a direction of −1); nothing
 * where there is none. Costs the distance to it. Without a start it begins at the near end.
 */
export function nextStop(
  tokens: Logprobs,
  forks: readonly number[],
  from: number | undefined,
  direction: 1 | -1,
): number | undefined {
  const marked = new Set(forks)
  const start = from ?? (direction === 1 ? -1 : tokens.length)
  for (let at = start + direction; at >= 0 && at < tokens.length; at += direction)
    if (marked.has(at) || isPeak(tokens, at)) return at
  return undefined
}

function knownOr0(tokens: Logprobs, index: number): number {
  const logprob = index >= 0 && index < tokens.length ? tokens.logprob(index) : 0
  return isUnknown(logprob) ? 0 : logprob
}
