/** An interval; both ends are possible. */
export interface Interval {
  lower: number
  upper: number
}

/** The size of the vocabulary assumed where it is not known: that of o200k_base. */
export const usualVocabulary = 200_019

/** The probability of a logprob (in nats). */
export function probability(logprob: number): number {
  return Math.min(1, Math.exp(logprob))
}

/** The surprisal in bits of a logprob (in nats): −l / ln 2. */
export function surprisalBits(logprob: number): number {
  return logprob === 0 ? 0 : Math.max(0, -logprob / Math.LN2)
}

/** The probability that the listed tokens leave for all others: 1 − Σ pᵢ, never negative. */
export function unseenMass(listed: readonly number[]): number {
  return Math.max(0, 1 - listed.reduce((sum, logprob) => sum + probability(logprob), 0))
}

/**
 * What the entropy (in bits) of a whole distribution can be, given the logprobs (in nats) of its
 * likeliest tokens. With unseen mass r and the smallest listed probability m, the entropy is least
 * when the rest sits in ⌊r/m⌋ tokens of probability m and one of what remains, and greatest when
 * it is spread evenly over the rest of the vocabulary.
 */
export function entropyBounds(listed: readonly number[], vocabulary = usualVocabulary): Interval {
  const probabilities = listed.map(probability)
  const seen = probabilities.reduce((sum, p) => sum + bitsOf(p), 0)
  const rest = unseenMass(listed)
  const smallest = Math.min(...probabilities)
  if (rest <= Number.EPSILON || !(smallest > 0))
    return { lower: seen, upper: seen + spread(rest, vocabulary - listed.length) }
  const full = Math.floor(rest / smallest)
  const remainder = Math.max(0, rest - full * smallest)
  return {
    lower: seen + full * bitsOf(smallest) + bitsOf(remainder),
    upper: seen + spread(rest, vocabulary - listed.length),
  }
}

/**
 * The 1-based rank of a token among all, given the listed logprobs (in nats). Exact when the token
 * is `inList`; else it lies behind every listed token, at most as far as the unseen mass allows.
 */
export function rank(chosen: number, listed: readonly number[], inList: boolean): Interval {
  if (inList) {
    const place = 1 + listed.filter((logprob) => logprob > chosen).length
    return { lower: place, upper: place }
  }
  const rest = Math.max(0, unseenMass(listed) - probability(chosen))
  const ahead = Math.floor(rest / probability(chosen))
  const first = listed.length + 1
  return { lower: first, upper: first + (Number.isFinite(ahead) ? ahead : usualVocabulary) }
}

/** One token's share of the entropy, in bits. */
function bitsOf(p: number): number {
  return p > 0 ? -p * Math.log2(p) : 0
}

function spread(mass: number, over: number): number {
  return mass > 0 && over > 0 ? mass * Math.log2(over / mass) : 0
}
