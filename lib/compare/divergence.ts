import { probability } from '#lib/logprobs/measures.ts'
import { isUnknown } from '#lib/logprobs/scale.ts'
import { tokenKey } from '#lib/reply/token-key.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'

/** The probabilities (0 to 1) that a list of alternatives names, by the key of the token. */
export type Named = ReadonlyMap<string, number>

/** The named probabilities at a 0-based position, the chosen token among them. */
export function namedAt(store: TokenStore, position: number): Named {
  const entry = store.token(position)
  const all = entry ? [...entry.alternatives, entry] : []
  return new Map(
    all.flatMap((one) =>
      isUnknown(one.logprob) ? [] : [[tokenKey(one), probability(one.logprob)] as const],
    ),
  )
}

/**
 * The Jensen-Shannon divergence of two distributions in bits, 0 to 1, as far as their lists tell: the
 * tokens that both name count one by one, all others as one. Merging outcomes never makes distributions
 * differ more, so the true divergence is at least this (Lin 1991). Nothing where a list is empty.
 */
export function divergence(a: Named, b: Named): number | undefined {
  if (a.size === 0 || b.size === 0) return undefined
  const shared = [...a.keys()].filter((key) => b.has(key))
  const pairs = shared.map((key): [number, number] => [a.get(key) ?? 0, b.get(key) ?? 0])
  const rest: [number, number] = [restOf(pairs, 0), restOf(pairs, 1)]
  const bits = [...pairs, rest].reduce((sum, [p, q]) => sum + half(p, q) + half(q, p), 0)
  return Math.min(1, Math.max(0, bits))
}

function restOf(pairs: readonly [number, number][], of: 0 | 1): number {
  return Math.max(0, 1 - pairs.reduce((sum, pair) => sum + pair[of], 0))
}

/** Half of what one outcome adds to the divergence from the middle of both. */
function half(p: number, q: number): number {
  return p > 0 ? (p / 2) * Math.log2((2 * p) / (p + q)) : 0
}
