'use client'

import { useSyncExternalStore } from 'react'
import type { ParameterName } from '#lib/parameters/index.ts'

/** What is said of the experiment in the form, beside its settings. */
export interface CurrentPreset {
  name?: string | undefined
  description?: string | undefined
  authorNote?: string | undefined
  unlocked?: ParameterName[] | undefined
  /** The id of the saved preset that it came from. */
  savedAs?: string | undefined
}

const none: CurrentPreset = {}
let current = none
const listeners = new Set<() => void>()

/** The preset in the form; without a name where it was begun here. */
export function getCurrentPreset(): CurrentPreset {
  return current
}

/** Replaces what is said of the experiment in the form. */
export function setCurrentPreset(next: CurrentPreset): void {
  current = next
  for (const listener of listeners) listener()
}

/** Calls `listener` after every change, until the returned function is called. */
export function subscribeCurrentPreset(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The preset in the form, re-rendering on change. */
export function useCurrentPreset(): CurrentPreset {
  return useSyncExternalStore(subscribeCurrentPreset, getCurrentPreset, () => none)
}
