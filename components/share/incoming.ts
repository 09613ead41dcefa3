'use client'

import { useSyncExternalStore } from 'react'
import type { Opened } from '#lib/preset/link.ts'
import type { Result } from '#lib/result.ts'

/** What a link, a file or a pasted text holds; nothing of it is applied yet. */
export interface Incoming extends Opened {
  from: 'link' | 'file' | 'paste'
}

let current: Result<Incoming, string> | undefined
const listeners = new Set<() => void>()

/** Proposes what came in, or says why it cannot be read; replaces what was proposed before. */
export function propose(incoming: Result<Incoming, string> | undefined): void {
  current = incoming
  for (const listener of listeners) listener()
}

/** What is proposed and not answered yet, re-rendering on change. */
export function useIncoming(): Result<Incoming, string> | undefined {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => undefined,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
