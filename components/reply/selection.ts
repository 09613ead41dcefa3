'use client'

import { useSyncExternalStore } from 'react'
import type { TextBlock } from '#lib/reply/blocks.ts'

/** What is picked out of the reply. */
interface Selection {
  /** 0-based place of the choice among the tabs. */
  choice: number
  /** 0-based token of that choice, once one was chosen. */
  token: number | undefined
  /** The block that the token stands in, where it is not the text of the choice. */
  block?: TextBlock['kind'] | undefined
}

let selection: Selection = { choice: 0, token: undefined }
const initial = selection
const listeners = new Set<() => void>()

/** Changes part of the selection and tells everyone who reads it; a token is one of the text unless its block is named. */
export function select(change: Partial<Selection>): void {
  selection = { ...selection, ...('token' in change ? { block: undefined } : {}), ...change }
  for (const listener of listeners) listener()
}

/** The selection, re-rendering on change. */
export function useSelection(): Selection {
  return useSyncExternalStore(
    subscribe,
    () => selection,
    () => initial,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
