'use client'

import { useSyncExternalStore } from 'react'
import { useSelection } from '#components/reply/selection.ts'

/** One of the known tokens at a position: its 0-based place in the list, or the chosen token. */
export type Picked = number | 'chosen'

/** At which position a token was picked; elsewhere the chosen one stands. */
interface Pick {
  choice: number
  token: number
  picked: Picked
}

let pick: Pick | undefined
const listeners = new Set<() => void>()

/** Picks a token at the selected position, for the bias and for actions on it. */
export function pickToken(next: Pick): void {
  pick = next
  for (const listener of listeners) listener()
}

/** What is picked at the selected position; the chosen token until another is. */
export function usePickedToken(): Picked {
  const { choice, token = 0 } = useSelection()
  const seen = useSyncExternalStore(
    subscribe,
    () => pick,
    () => undefined,
  )
  return seen?.choice === choice && seen.token === token ? seen.picked : 'chosen'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
