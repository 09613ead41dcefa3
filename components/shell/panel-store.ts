'use client'

import { useSyncExternalStore } from 'react'

/** The panels that open over the page, one at a time. */
export type PanelName = 'keys' | 'presets' | 'history' | 'code' | 'import' | 'share' | 'tokens'

let open: PanelName | undefined
const listeners = new Set<() => void>()

/** Opens a panel instead of any other. */
export function openPanel(name: PanelName): void {
  show(name)
}

/** Closes the panel that is open. */
export function closePanel(): void {
  show(undefined)
}

/** The panel that is open, re-rendering on change. */
export function useOpenPanel(): PanelName | undefined {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => undefined,
  )
}

function show(name: PanelName | undefined): void {
  open = name
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
