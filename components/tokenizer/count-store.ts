'use client'

import { useSyncExternalStore } from 'react'

/** The tokens of the request that the form makes, counted. */
export interface Counts {
  /** Tokens of each card's text, by the card's key. */
  cards: ReadonlyMap<string, number>
  /** All tokens of the prompt; absent where they could not be counted. */
  total?: number
  texts?: number
  marks?: number
  tools?: number
  /** What the tokens are of. */
  encoding?: string
  /** Why the total is an estimate, one sentence; absent where it is exact. */
  doubt?: string
}

/** `idle`: nobody has asked; then counting, with what was counted last. */
let state: Counts | 'counting' | 'idle' = 'idle'
const listeners = new Set<() => void>()

/** Begins to count with the tokenizer, for as long as the page is open. */
export function countExactly(): void {
  if (state === 'idle') change('counting')
}

/** Tells what was counted. */
export function setCounts(counts: Counts): void {
  change(counts)
}

/** Part of what was counted, undefined before that; re-renders when the part changes. */
export function useCounts<Part extends string | number | boolean | undefined>(
  part: (counts: Counts) => Part,
): Part | undefined {
  return useSyncExternalStore(
    subscribe,
    () => (typeof state === 'string' ? undefined : part(state)),
    () => undefined,
  )
}

/** Whether the tokenizer counts. */
export function useIsCounting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => state !== 'idle',
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: typeof state): void {
  state = next
  for (const listener of listeners) listener()
}
