'use client'

import { lazy, Suspense } from 'react'
import { useLock } from '#components/parameters/lock.ts'
import { useFinding } from './find-store.ts'

const FindBar = lazy(async () => ({ default: (await import('./find-bar.tsx')).FindBar }))

/** The bar to find and replace in the messages, while it is open. */
export function FindSlot() {
  const isLocked = useLock('messages')
  const { isOpen } = useFinding()
  return <Suspense>{isOpen && !isLocked && <FindBar />}</Suspense>
}
