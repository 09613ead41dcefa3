'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'

// Most visits bring no link, so the sheet and its codec are no part of the first load.
const LinkSheet = lazy(async () => ({ default: (await import('./link-sheet.tsx')).LinkSheet }))

/** The sheet of a link, once the address has brought one. */
export function LinkInAddress() {
  const fragment = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  )
  if (fragment === '') return null
  return (
    <Suspense>
      <LinkSheet />
    </Suspense>
  )
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
