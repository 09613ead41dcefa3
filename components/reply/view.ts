'use client'

import { useSyncExternalStore } from 'react'

/** What the tint of a token tells; `what-if` is the probability under the inspector's sliders. */
export type Metric = 'likelihood' | 'entropy' | 'rank' | 'difference' | 'what-if'

/** The unit in which likelihoods are written. */
export type Unit = 'probability' | 'surprisal'

/** The stretch of text that shares one tint: its own, or the mean of its sentence, line or paragraph. */
export type Level = 'token' | 'sentence' | 'line' | 'paragraph'

/** How the reply is drawn; the same for every choice and every run. */
export interface View {
  metric: Metric
  unit: Unit
  level: Level
  /** Whether a reply in JSON is shown as its text or as a tree. */
  shape: 'text' | 'tree'
  /** Id of the reply that a difference is taken from; the first there is where it is gone. */
  comparedWith: string | undefined
  /** Tokens of a lower step than this are dimmed; 0 dims none. */
  floor: number
  /** Whether blanks, zero-width and control characters get visible signs. */
  signs: boolean
  /** Whether token boundaries are drawn. */
  boundaries: boolean
}

let view: View = {
  metric: 'likelihood',
  unit: 'probability',
  level: 'token',
  shape: 'text',
  comparedWith: undefined,
  floor: 0,
  signs: false,
  boundaries: false,
}
const initial = view
const listeners = new Set<() => void>()

/** Changes part of the view and tells everyone who reads it. */
export function setView(change: Partial<View>): void {
  view = { ...view, ...change }
  for (const listener of listeners) listener()
}

/** The view, re-rendering on change. */
export function useView(): View {
  return useSyncExternalStore(
    subscribe,
    () => view,
    () => initial,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
