'use client'

import { useEffect } from 'react'

const fields =
  'input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]'

/**
 * Looks at what is pasted on the page outside of text fields: something that can be imported opens the
 * panel for it; any other text is let go.
 */
export function usePagePaste(): void {
  useEffect(() => {
    const onPaste = ({ target, clipboardData, defaultPrevented }: ClipboardEvent) => {
      if (defaultPrevented || document.querySelector('dialog[open]')) return
      if (target instanceof Element && target.closest(fields)) return
      const text = clipboardData?.getData('text/plain') ?? ''
      // What reads it is no part of the first load. Where it cannot be had, nothing was asked for.
      if (text.trim() !== '')
        import('./offer-paste.ts').then(
          (one) => one.offerPaste(text),
          () => {},
        )
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
