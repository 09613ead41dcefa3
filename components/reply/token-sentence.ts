import { formatPercent, isUnknown, probability } from '#lib/logprobs/index.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'

/** What a screen reader says about a 0-based token. */
export function tokenSentence(tokens: TokenStore, index: number): string {
  const logprob = tokens.logprob(index)
  const chance = isUnknown(logprob) ? 'probability unknown' : formatPercent(probability(logprob))
  return `${visibleToken(tokens.text(index))}, ${chance}, token ${index + 1} of ${tokens.length}`
}
