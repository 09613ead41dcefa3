'use client'

import { getRun } from '#components/run/run-store.ts'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { openBias, type BiasKind } from './bias-store.ts'

/** `X` bans and `+` boosts the picked token; `onShow` brings the inspector up. */
export function useBiasKeys(onShow: () => void): void {
  const open = (kind: BiasKind) => {
    if (!hasTokens()) return
    onShow()
    openBias(kind)
  }
  usePageKeys({ x: () => open('ban'), '+': () => open('boost') })
}

function hasTokens(): boolean {
  const choices = getRun()?.reply.choices ?? []
  return choices.some(({ tokens, refusalTokens }) => tokens.length + refusalTokens.length > 0)
}
