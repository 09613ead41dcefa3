'use client'

import { useSyncExternalStore } from 'react'

/** What is to become of a token. */
export type BiasKind = 'ban' | 'boost'

/** An opened panel; each opening is told apart, so that a second press brings the focus back. */
interface OpenedBias {
  kind: BiasKind
  round: number
}

let opened: OpenedBias | undefined
let round = 0
const listeners = new Set<() => void>()

/** Opens the panel that bans or boosts the picked token, or closes it. */
export function openBias(kind: BiasKind | undefined): void {
  round += 1
  opened = kind && { kind, round }
  for (const listener of listeners) listener()
}

let focused = 0

/** Whether an opening has not yet been given the focus; it then counts as given. */
export function takesFocus(opening: number): boolean {
  if (opening === focused) return false
  focused = opening
  return true
}

/** The opened panel, re-rendering on change. */
export function useOpenedBias(): OpenedBias | undefined {
  return useSyncExternalStore(
    subscribe,
    () => opened,
    () => undefined,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
