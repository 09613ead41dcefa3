'use client'

import { useEffect } from 'react'
import { getRunning } from '#components/run/run-store.ts'

/** Ctrl or Cmd Enter runs, Escape stops, I opens the inspector. */
export function useRunKeys({
  run,
  stop,
  toggleInspector,
}: {
  run(): void
  stop(): void
  toggleInspector(): void
}): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        run()
      }
      if (event.key === 'Escape' && getRunning()) stop()
      if (event.key === 'i' && !isTyping(event)) toggleInspector()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}

function isTyping(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey
  const field =
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable=true]')
  return modified || Boolean(field)
}
