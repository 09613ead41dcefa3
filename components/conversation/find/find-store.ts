'use client'

import { useSyncExternalStore } from 'react'

/** The bar as it was asked for last. */
interface Finding {
  isOpen: boolean
  /** Grows whenever it is asked for, also while it is open. */
  visits: number
  /** The text that was selected in the conversation at that moment. */
  selected: string
  /** What had the focus then. */
  opener: Element | null
}

let finding: Finding = { isOpen: false, visits: 0, selected: '', opener: null }
const listeners = new Set<() => void>()

/** Opens the bar, or brings the focus back to it. */
export function openFind(): void {
  // From inside the bar nothing new is looked for.
  const isInside = document.activeElement?.closest('[role=search]') != null
  change({
    isOpen: true,
    visits: finding.visits + 1,
    selected: selectedText(),
    opener: finding.isOpen && isInside ? finding.opener : document.activeElement,
  })
}

/** Closes the bar. */
export function closeFind(): void {
  change({ ...finding, isOpen: false })
}

/** The bar as it was asked for last, re-rendering on change. */
export function useFinding(): Finding {
  return useSyncExternalStore(
    subscribe,
    () => finding,
    () => finding,
  )
}

function change(next: Finding): void {
  finding = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** One line that is selected in a text box. */
function selectedText(): string {
  const box = document.activeElement
  if (!(box instanceof HTMLTextAreaElement)) return ''
  const text = box.value.slice(box.selectionStart, box.selectionEnd)
  return text.includes('\n') || text.length > 200 ? '' : text
}
