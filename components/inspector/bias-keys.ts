'use client'

import { useEffect, useRef } from 'react'
import { getRun } from '#components/run/run-store.ts'
import { openBias, type BiasKind } from './bias-store.ts'

const kinds: Readonly<Record<string, BiasKind>> = { x: 'ban', X: 'ban', '+': 'boost' }
const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]'

/** `X` bans and `+` boosts the picked token, outside text fields; `onShow` brings the inspector up. */
export function useBiasKeys(onShow: () => void): void {
  const show = useRef(onShow)
  useEffect(() => {
    show.current = onShow
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const kind = kindOf(event)
      if (!kind || !hasTokens()) return
      // Or the character would be typed into the field that gets the focus.
      event.preventDefault()
      show.current()
      openBias(kind)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function kindOf({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): BiasKind | undefined {
  if (ctrlKey || metaKey || altKey || document.querySelector('dialog[open]')) return undefined
  if (target instanceof Element && target.closest(fields)) return undefined
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined
}

function hasTokens(): boolean {
  const choices = getRun()?.reply.choices ?? []
  return choices.some(({ tokens, refusalTokens }) => tokens.length + refusalTokens.length > 0)
}
