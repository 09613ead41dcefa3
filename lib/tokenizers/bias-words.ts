import { visibleToken } from '#lib/reply/visible-token.ts'
import type { Variant } from './vocabulary.ts'

/** What a bias on a spelling of several tokens would do, one sentence. */
export function severalTokens({ text, ids, pieces }: Variant, isBan: boolean): string {
  const [first = ''] = pieces.map(visibleToken)
  const does = isBan ? 'ban' : 'favour'
  return `“${visibleToken(text)}” is ${ids.length} tokens, and a bias works on single ones: ticked, it would ${does} the first, “${first}”, and so every word that begins with it.`
}

/** What a bias does, in a word: −100 bans, 100 forces, what lies between discourages or encourages. */
export function biasWord(amount: number): string {
  if (amount <= -100) return 'ban'
  if (amount >= 100) return 'force'
  if (amount === 0) return 'no change'
  return amount < 0 ? 'discourage' : 'encourage'
}

/** A bias with a sign of its own: `−100`, `+5`, `0`. */
export function signedBias(amount: number): string {
  if (amount < 0) return `−${-amount}`
  return amount > 0 ? `+${amount}` : '0'
}
