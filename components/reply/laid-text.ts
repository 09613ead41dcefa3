import type { SegmentView } from '#lib/reply/segment-view.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { TokenText } from '#lib/reply/token-text.ts'

const texts = new WeakMap<TokenStore, TokenText>()

/**
 * The tokens of a choice laid over its content. What was laid is kept with the tokens, so that a
 * growing reply, or one that is shown again, costs what is new.
 */
export function laidText(tokens: TokenStore, content: string): SegmentView {
  const known = texts.get(tokens)
  if (known) return known.segments(content)
  const made = new TokenText(tokens)
  texts.set(tokens, made)
  return made.segments(content)
}
