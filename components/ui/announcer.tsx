'use client'

import { useSyncExternalStore } from 'react'

let message = ''
const listeners = new Set<() => void>()

/** Says one sentence to people who use a screen reader; nothing is shown. */
export function announce(text: string): void {
  // A no-break space makes the same sentence news when it is said twice.
  message = text === message ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The live region that `announce` speaks through; drawn once per page. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => '',
  )
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  )
}
