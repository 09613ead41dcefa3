'use client'

import { useEffect } from 'react'
import { usePageKeys } from '#components/ui/page-keys.ts'
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
  usePageKeys({ i: toggleInspector })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        run()
      }
      if (event.key === 'Escape' && getRunning()) stop()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}
