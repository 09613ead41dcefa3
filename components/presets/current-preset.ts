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
  /** The form as it was when it was opened or saved, by `fingerprintOf`; the form of a fresh page otherwise. */
  asSaved?: string | undefined
}

/** One experiment took the place of another, or the same one is called something else. */
type Change = (before: CurrentPreset, isSame: boolean) => void

const none: CurrentPreset = {}
let current = none
const listeners = new Set<Change>()

/** The preset in the form; without a name where it was begun here. */
export function getCurrentPreset(): CurrentPreset {
  return current
}

/** Replaces what is said of the experiment in the form: from now on it is another one. */
export function setCurrentPreset(next: CurrentPreset): void {
  change(next, false)
}

/** Says something else of the experiment in the form, which stays the same one: it was saved or renamed. */
export function amendCurrentPreset(next: CurrentPreset): void {
  change(next, true)
}

/**
 * Calls `listener` after every change with what was said before, and whether it is still the same
 * experiment, until the returned function is called.
 */
export function subscribeCurrentPreset(listener: Change): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The preset in the form, re-rendering on change. */
export function useCurrentPreset(): CurrentPreset {
  return useSyncExternalStore(subscribeCurrentPreset, getCurrentPreset, () => none)
}

function change(next: CurrentPreset, isSame: boolean): void {
  const before = current
  current = next
  for (const listener of listeners) listener(before, isSame)
}
