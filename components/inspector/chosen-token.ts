'use client'

import { mainBlock, textBlocks } from '#lib/reply/blocks.ts'
import { useSelection } from '#components/reply/selection.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import type { TokenEntry, TokenStore } from '#lib/reply/token-store.ts'

/** The token that is picked out in the reply, with the column it stands in. */
export interface ChosenToken {
  entry: TokenEntry
  /** 0-based. */
  index: number
  tokens: TokenStore
}

/** The chosen token of the choice in view; the first one until another is picked. */
export function useChosenToken(run: RunRecord | undefined): ChosenToken | undefined {
  const { choice: at, token, block } = useSelection()
  const choice = run?.reply.choices[at] ?? run?.reply.choices[0]
  if (!choice) return undefined
  const named = textBlocks(choice).find(({ kind }) => kind === block)
  const { tokens } = named ?? mainBlock(choice)
  const index = token ?? 0
  const entry = tokens.token(index)
  return entry && { entry, index, tokens }
}
