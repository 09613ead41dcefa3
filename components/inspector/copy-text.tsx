'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'

/** From this many characters on the button says how many were copied. */
const long = 100_000

/** Copies a text, made when it is wanted, and says on the button what came of it. */
export function CopyText({ label, text }: { label: string; text: string | (() => string) }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      const whole = typeof text === 'string' ? text : text()
      // A very long text takes the browser seconds.
      if (whole.length >= long) setSaid('Copying…')
      await navigator.clipboard.writeText(whole)
      setSaid(
        whole.length < long ? 'Copied' : `Copied ${whole.length.toLocaleString('en')} characters`,
      )
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
