'use client'

import { useSyncExternalStore } from 'react'

/** The results that are being written for calls, by run, choice and call; kept while the page is open. */
const results = new Map<string, string>()
const listeners = new Set<() => void>()

/** The place of a call's result. */
export function resultKey(run: string, choice: number, call: number): string {
  return `${run} ${choice} ${call}`
}

/** The result that was written for a call; empty where none was. */
export function getResult(key: string): string {
  return results.get(key) ?? ''
}

/** Takes in what is written for a call. */
export function setResult(key: string, text: string): void {
  results.set(key, text)
  for (const listener of listeners) listener()
}

/** The result that is written for a call, re-rendering on change. */
export function useResult(key: string): string {
  return useSyncExternalStore(
    subscribe,
    () => getResult(key),
    () => '',
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
