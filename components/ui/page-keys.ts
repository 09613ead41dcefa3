'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

const offKey = 'nucleus.no-single-keys'
const fields =
  'input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]'
const listeners = new Set<() => void>()
/** What was chosen on this page, which holds also where storage refuses to keep it. */
let chosen: boolean | undefined

/**
 * Calls what belongs to a single key, such as `b`, wherever the focus is but in a text field or behind
 * a dialog. Letters count in either case. Does nothing while single keys are switched off.
 */
export function usePageKeys(handlers: Readonly<Record<string, () => void>>): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const known = latest.current
      if (!Object.hasOwn(known, key) || readSingleKeysOff() || !isPlain(event)) return
      // Or the character would be typed into a field that gets the focus.
      event.preventDefault()
      known[key]?.()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Not with another key, not while one types, not behind a dialog, and not where it was used already. */
function isPlain(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, target, defaultPrevented } = event
  if (ctrlKey || metaKey || altKey || defaultPrevented) return false
  if (document.querySelector('dialog[open]')) return false
  return !(target instanceof Element && target.closest(fields))
}

/** Whether single keys are switched off, re-rendering on change. */
export function useSingleKeysOff(): boolean {
  return useSyncExternalStore(subscribe, readSingleKeysOff, () => false)
}

/** Switches single keys off or on; kept in this browser. */
export function setSingleKeysOff(off: boolean): void {
  chosen = off
  try {
    if (off) localStorage.setItem(offKey, '1')
    else localStorage.removeItem(offKey)
  } catch {
    // Where storage is closed or full it holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function readSingleKeysOff(): boolean {
  if (chosen !== undefined) return chosen
  try {
    return localStorage.getItem(offKey) === '1'
  } catch {
    return false
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
