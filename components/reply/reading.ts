'use client'

import { useSyncExternalStore } from 'react'
import type { TokenRange } from './island/frame.ts'

/** Where a reader is in the reply: 0-based tokens, `to` excluded. */
interface Reading {
  /** The tokens in view. */
  visible: TokenRange | undefined
  /** The tokens of the selected text. */
  passage: TokenRange | undefined
}

let reading: Reading = { visible: undefined, passage: undefined }
const initial = reading
const listeners = new Set<() => void>()

/** Takes note of where the reader is; tells nobody where nothing changed. */
export function setReading(change: Partial<Reading>): void {
  const next = { ...reading, ...change }
  if (isSame(next.visible, reading.visible) && isSame(next.passage, reading.passage)) return
  reading = next
  for (const listener of listeners) listener()
}

/** Where the reader is, re-rendering on change. */
export function useReading(): Reading {
  return useSyncExternalStore(
    subscribe,
    () => reading,
    () => initial,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isSame(a: TokenRange | undefined, b: TokenRange | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to
}
