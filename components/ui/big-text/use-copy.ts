'use client'

import { useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'
import { announce } from '#components/ui/announcer.tsx'
import { selectedOffsets } from './selected.ts'
import type { TextPieces } from './text-pieces.ts'

/**
 * Copying from a text of which only a window is drawn: exactly what is selected, line ends included,
 * and all of it after Ctrl or Cmd A.
 */
export function useCopy(text: TextPieces, scroller: RefObject<HTMLElement | null>) {
  const [isAll, setIsAll] = useState(false)
  return {
    isAll,
    onPointerDown: () => setIsAll(false),
    onKeyDown: (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey
      if (isCommand && event.key === 'a') {
        event.preventDefault()
        if (scroller.current) getSelection()?.selectAllChildren(scroller.current)
        setIsAll(true)
        return
      }
      // What moves within the text leaves the selection, save for the keys that copy.
      if (!isCommand && event.key !== 'Shift') setIsAll(false)
    },
    onCopy: (event: ClipboardEvent) => {
      const box = scroller.current
      const chosen = isAll ? { from: 0, to: text.length } : box && selectedOffsets(box)
      if (!chosen) return
      event.preventDefault()
      try {
        event.clipboardData.setData('text/plain', text.slice(chosen.from, chosen.to))
        announce(`Copied ${(chosen.to - chosen.from).toLocaleString('en')} characters.`)
      } catch {
        announce('The selection is too long for the browser to copy.')
      }
    },
  }
}
