'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'

/** Copies a text and says so on the button. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      setSaid('The browser did not allow copying')
    }
  }
  return (
    <Button icon="copy" onClick={() => void copy()} onBlur={() => setSaid('')}>
      <span aria-live="polite">{said || label}</span>
    </Button>
  )
}
