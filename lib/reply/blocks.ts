import type { Choice } from './reply.ts'
import type { TokenStore } from './token-store.ts'

/** One text of a choice with the tokens that make it up; none where no log probabilities came. */
export interface TextBlock {
  kind: 'reasoning' | 'content' | 'refusal'
  /** As the provider sent it; empty where only tokens came. */
  text: string
  tokens: TokenStore
}

/** The text of a choice that a reader came for: its content, or the refusal where there is nothing else. */
export function mainBlock(choice: Choice): TextBlock {
  const isRefused = choice.content === '' && choice.refusal !== ''
  return isRefused
    ? { kind: 'refusal', text: choice.refusal, tokens: choice.refusalTokens }
    : { kind: 'content', text: choice.content, tokens: choice.tokens }
}

/** The texts of a choice in the order in which they are read; those without text and tokens are left out. */
export function textBlocks(choice: Choice): TextBlock[] {
  const blocks: TextBlock[] = [
    { kind: 'reasoning', text: choice.reasoning, tokens: choice.reasoningTokens },
    { kind: 'content', text: choice.content, tokens: choice.tokens },
    { kind: 'refusal', text: choice.refusal, tokens: choice.refusalTokens },
  ]
  return blocks.filter(({ text, tokens }) => text !== '' || tokens.length > 0)
}
