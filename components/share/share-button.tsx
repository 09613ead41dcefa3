'use client'

import { useEffect } from 'react'
import { openPanel } from '#components/shell/panel-store.ts'
import { Button } from '#components/ui/button.tsx'

/** Opens the share panel; Ctrl or Cmd Shift C does too. */
export function ShareButton() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isKey =
        event.key.toLowerCase() === 'c' && event.shiftKey && (event.ctrlKey || event.metaKey)
      if (!isKey || document.querySelector('dialog[open]')) return
      event.preventDefault()
      openPanel('share')
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <Button icon="share" onClick={() => openPanel('share')}>
      Share
    </Button>
  )
}
