/** An interval; both ends are possible. */
export interface Interval {
  lower: number
  upper: number
}

/** The size of the vocabulary assumed where it is not known: that of o200k_base. */
export const usualVocabulary = 200_019

/** How far sums of probabilities can be off: models compute in single precision. */
const precision = 1e-6

/** The probability of a logprob (in nats), 0 to 1: e^l. Rounding can put a logprob just above 0. */
export function probability(logprob: number): number {
  return Math.min(1, Math.exp(logprob))
}

/** The surprisal in bits of a logprob (in nats), never negative: −l / ln 2 (Shannon 1948). */
export function surprisalBits(logprob: number): number {
  return logprob >= 0 ? 0 : -logprob / Math.LN2
}

/**
 * The probability that the known tokens of a position leave for all others: 1 − Σ e^l over their
 * logprobs (in nats). Never negative, though rounded logprobs can add up to more than 1.
 */
export function unseenMass(known: readonly number[]): number {
  return Math.max(0, 1 - known.reduce((sum, logprob) => sum + probability(logprob), 0))
}

/** What is known about a position beside its list of likeliest tokens. */
export interface Beside {
  /** The logprob (in nats) of the chosen token, where it is not in the list. */
  chosen?: number | undefined
  /** How many tokens the model knows; that of o200k_base where it is left out. */
  vocabulary?: number
}

/**
 * What the Shannon entropy H = −Σ p log2 p (in bits) of a whole distribution can be, given the
 * logprobs (in nats) of its likeliest tokens. Known tokens count in full. The unseen mass r is
 * held by tokens of at most m each, the smallest listed probability, since the list is the top of
 * the distribution. As −p log2 p is concave, H is least when r sits in ⌊r/m⌋ tokens of m and one of
 * what remains, and greatest when it is spread evenly over the N tokens not known: r log2(N/r).
 */
export function entropyBounds(listed: readonly number[], beside: Beside = {}): Interval {
  const { chosen, vocabulary = usualVocabulary } = beside
  let [seen, mass, least] = [0, 0, 1]
  // A plain loop: a reply can have millions of alternatives.
  for (const logprob of listed) {
    const p = probability(logprob)
    seen += shareOf(p)
    mass += p
    if (p < least) least = p
  }
  if (chosen !== undefined) {
    seen += shareOf(probability(chosen))
    mass += probability(chosen)
  }
  const rest = Math.max(0, 1 - mass)
  const others = vocabulary - listed.length - (chosen === undefined ? 0 : 1)
  // More than so many tokens can hold: the list is not the top, as under a grammar, and bounds nothing.
  const most = rest > least * others + precision ? 1 : least
  return { lower: seen + packed(rest, most), upper: seen + spread(rest, others) }
}

/**
 * The 1-based rank of a token among all: 1 + the number of likelier tokens, given the listed
 * logprobs (in nats). Exact when the token is `inList`. Else each unseen token that is likelier
 * takes more than p of the unseen mass r, which is known to 1e-6 only, so at most ⌊(r + 1e-6)/p⌋
 * more can stand before it.
 */
export function rank(chosen: number, listed: readonly number[], inList: boolean): Interval {
  const lower = 1 + listed.filter((logprob) => logprob > chosen).length
  if (inList) return { lower, upper: lower }
  const p = probability(chosen)
  const rest = Math.max(0, unseenMass(listed) - p) + precision
  const room = Math.max(0, usualVocabulary - listed.length - 1)
  return { lower, upper: lower + Math.min(room, Math.floor(rest / p)) }
}

/** One token's share of the entropy, in bits. */
function shareOf(p: number): number {
  return p > 0 ? -p * Math.log2(p) : 0
}

/** The entropy in bits of a mass in as few tokens as can hold it; none can be measured at 0 each. */
function packed(mass: number, most: number): number {
  if (mass <= Number.EPSILON || most <= 0) return 0
  const full = Math.floor(mass / most)
  return full * shareOf(most) + shareOf(Math.max(0, mass - full * most))
}

/** The entropy in bits of a mass spread evenly over a number of tokens. */
function spread(mass: number, tokens: number): number {
  return mass > 0 && tokens > 0 ? mass * Math.log2(tokens / mass) : 0
}
