'use client'

import { useEffect } from 'react'
import { useLock } from '#components/parameters/lock.ts'
import { IconButton } from '#components/ui/button.tsx'
import { openFind, useFinding } from './find-store.ts'

/** Opens the bar to find and replace in the messages, as Ctrl or Cmd Shift F does. */
export function FindButton() {
  const isLocked = useLock('messages')
  const { isOpen } = useFinding()
  useEffect(() => {
    if (isLocked) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey) return
      if (event.key.toLowerCase() !== 'f' || document.querySelector('dialog[open]')) return
      event.preventDefault()
      openFind()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isLocked])
  if (isLocked) return null
  return (
    <IconButton icon="search" label="Find and replace" aria-expanded={isOpen} onClick={openFind} />
  )
}
